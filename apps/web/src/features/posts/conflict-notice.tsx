import type { Post } from '@rheos/contract'
import { Button } from '../../ui/button.tsx'
import { networkFacts } from '../writing/networks.ts'
import type { PostDraft } from './post-draft.ts'
import { type FieldName, readField } from './post-fields.ts'
import { useOfDraft } from './use-post-draft.ts'
import { WordDiff } from './word-diff.tsx'

/** The same words were changed here and elsewhere: both are shown, and a person chooses. */
export function ConflictNotice({ draft }: { readonly draft: PostDraft }) {
  const conflict = useOfDraft(draft, (view) => view.conflict)
  const post = useOfDraft(draft, (view) => view.post)
  if (conflict === undefined) return null
  return (
    <section
      role="alert"
      aria-label="Changed elsewhere too"
      className="mb-5 rounded-xl border border-line-strong bg-warning-soft p-5"
    >
      <h2 className="font-semibold">This was changed elsewhere at the same time</h2>
      <p className="mt-1 text-sm text-muted">
        Choose which one stands. The other stays in the version history.
      </p>
      {conflict.fields.map((name) => (
        <div key={name} className="mt-4">
          <h3 className="text-sm font-medium">{fieldLabel(name)}: what taking the other changes</h3>
          <div className="mt-1.5 max-h-48 overflow-y-auto rounded-md bg-surface p-3 text-sm">
            <WordDiff before={valueText(post, name)} after={valueText(conflict.theirs, name)} />
          </div>
        </div>
      ))}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => draft.keepMine()}>
          Keep mine
        </Button>
        <Button onClick={() => draft.takeTheirs()}>Take the other</Button>
      </div>
    </section>
  )
}

const labels: Readonly<Record<string, string>> = {
  title: 'Title',
  body: 'Text',
  thread: 'Thread',
  firstComment: 'First comment',
  media: 'Pictures',
  networks: 'Networks',
}

function fieldLabel(name: FieldName): string {
  const [network = '', part] = name.split('.')
  if (part === undefined) return labels[network] ?? 'Post'
  return `${networkFacts[network as keyof typeof networkFacts].label}, ${labels[part]?.toLowerCase()}`
}

function valueText(post: Post, name: FieldName): string {
  const value: unknown = readField(post, name)
  if (typeof value === 'string') return value
  if (value === undefined) return ''
  if (!Array.isArray(value)) return String(value)
  return value
    .map((item: unknown) =>
      typeof item === 'string' ? item : (item as { readonly alt: string }).alt || 'a picture',
    )
    .join('\n')
}
