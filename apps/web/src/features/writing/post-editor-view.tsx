import type { Post } from '@rheos/contract'
import { Trash2 } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { PausePanel } from '../credits/pause-panel.tsx'
import { SaveMark } from '../save-mark.tsx'
import { CharacterCount } from './character-count.tsx'
import { CopyButton } from './copy-button.tsx'
import { isNetwork, networkFacts, networkNames } from './networks.ts'
import { PostSheet } from './post-sheet.tsx'
import { type PostEditor, usePostEditor } from './use-post-editor.ts'
import type { Text } from './use-text.ts'
import { WriteFromIdea } from './write-from-idea.tsx'

export interface PostEditorViewProps {
  readonly post: Post
  readonly writing: Text
  readonly onDelete: (post: Post) => void
}

/** A draft on its sheet: written in place, saved as one writes. */
export function PostEditorView({ post, writing, onDelete }: PostEditorViewProps) {
  const editor = usePostEditor(post)
  const { view, edit } = editor
  return (
    <>
      {view.state === 'idea' && <PausePanel />}
      <Conflict editor={editor} />
      <PostSheet aside={<PostAside editor={editor} writing={writing} onDelete={onDelete} />}>
        <textarea
          aria-label="Title"
          dir="auto"
          rows={1}
          maxLength={200}
          placeholder="Title, for you"
          className="field-sizing-content mb-4 outline-none block w-full resize-none bg-transparent text-xl font-semibold"
          value={view.title}
          onChange={(event) => edit({ title: event.target.value.replaceAll('\n', ' ') })}
        />
        <textarea
          aria-label="Text"
          dir="auto"
          maxLength={20_000}
          placeholder={view.state === 'idea' ? 'What the idea is' : 'Write your post'}
          className="field-sizing-content block min-h-72 outline-none w-full resize-none bg-transparent text-lg leading-relaxed"
          value={view.body}
          onChange={(event) => edit({ body: event.target.value })}
        />
      </PostSheet>
    </>
  )
}

interface PostAsideProps {
  readonly editor: PostEditor
  readonly writing: Text
  readonly onDelete: (post: Post) => void
}

function PostAside({ editor, writing, onDelete }: PostAsideProps) {
  const { view, saving, edit, theirs } = editor
  const network = view.networks[0]
  return (
    <>
      {theirs === undefined && (
        <div className="min-h-5">
          <SaveMark saving={saving} />
        </div>
      )}
      <Field label="Network">
        <Select
          value={network ?? ''}
          options={[
            { value: '', label: 'Any network' },
            ...networkNames.map((name) => ({ value: name, label: networkFacts[name].label })),
          ]}
          onChange={(next) => edit({ networks: isNetwork(next) ? [next] : [] })}
        />
      </Field>
      <CharacterCount text={view.body} network={network} />
      <div className="flex flex-wrap items-start gap-2 lg:flex-col">
        {view.state === 'idea' && (
          <WriteFromIdea post={view} writing={writing} onPost={() => edit({ state: 'draft' })} />
        )}
        <CopyButton text={view.body} />
        <Button
          variant="ghost"
          icon={<Trash2 size={16} aria-hidden="true" />}
          onClick={() => onDelete(view)}
        >
          Delete
        </Button>
      </div>
    </>
  )
}

function Conflict({ editor }: { readonly editor: PostEditor }) {
  const { theirs, keepMine, takeTheirs } = editor
  if (theirs === undefined) return null
  return (
    <div className="mb-6 max-w-page">
      <ErrorNotice
        title="This was edited elsewhere meanwhile"
        action={
          <>
            <Button size="sm" onClick={keepMine}>
              Keep mine
            </Button>
            <Button size="sm" onClick={takeTheirs}>
              Take the other
            </Button>
          </>
        }
      >
        The other version begins: “{theirs.body.slice(0, 120) || theirs.title || 'empty'}”
      </ErrorNotice>
    </div>
  )
}
