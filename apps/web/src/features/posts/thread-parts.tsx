import type { Network } from '@rheos/contract'
import { ListPlus, Merge, X } from 'lucide-react'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ThreadText } from './draft-text.tsx'
import type { PostDraft } from './post-draft.ts'
import type { FieldEdit } from './post-fields.ts'
import { threadMax } from './post-limits.ts'
import { TextCount } from './text-count.tsx'
import { useOfDraft } from './use-post-draft.ts'

export interface ThreadPartsProps {
  readonly draft: PostDraft
  readonly network: Network
}

/** The further parts of a thread after the text: each is a post of its own in answer to the last. */
export function ThreadParts({ draft, network }: ThreadPartsProps) {
  const count = useOfDraft(draft, ({ post }) => post.versions[network]?.thread?.length ?? 0)
  const list = useRef<HTMLOListElement>(null)
  const parts = (): readonly string[] => draft.post.versions[network]?.thread ?? []
  const put = (next: readonly string[], label: string): void => {
    const thread = next.length === 0 ? undefined : [...next]
    draft.edit({ [`${network}.thread`]: thread } as FieldEdit, { label })
  }

  function add(at: number): void {
    flushSync(() => put(parts().toSpliced(at, 0, ''), 'Part added'))
    list.current?.querySelectorAll('textarea')[at]?.focus()
  }

  function join(at: number): void {
    const text = parts()[at] ?? ''
    const rest = parts().toSpliced(at, 1)
    if (at > 0) {
      const before = parts()[at - 1] ?? ''
      put(rest.with(at - 1, joined(before, text)), 'Parts joined')
      return
    }
    const body = draft.post.versions[network]?.body ?? ''
    draft.edit(
      {
        [`${network}.body`]: joined(body, text),
        [`${network}.thread`]: rest.length === 0 ? undefined : rest,
      } as FieldEdit,
      { label: 'Parts joined' },
    )
  }

  return (
    <>
      <ol ref={list} aria-label="Thread" className="empty:hidden">
        {Array.from({ length: count }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place; its text is put in.
          <li key={at} className="mt-5 border-t border-dashed border-line-strong pt-4">
            <div className="mb-1 flex items-center gap-1 text-sm text-muted">
              <span className="grow tabular-nums">
                {at + 2} of {count + 1}
              </span>
              <IconButton
                size="sm"
                label={`Join part ${at + 2} with the one before`}
                icon={<Merge size={16} aria-hidden="true" />}
                onClick={() => join(at)}
              />
              <IconButton
                size="sm"
                label={`Remove part ${at + 2}`}
                icon={<X size={16} aria-hidden="true" />}
                onClick={() => put(parts().toSpliced(at, 1), 'Part removed')}
              />
            </div>
            <ThreadText
              draft={draft}
              network={network}
              at={at}
              label={`Part ${at + 2} of the thread`}
              onNext={() => add(at + 1)}
            />
            <TextCount draft={draft} network={network} part={at + 1} />
          </li>
        ))}
      </ol>
      <Button
        size="sm"
        variant="ghost"
        className="mt-3 -ms-2"
        disabled={count >= threadMax}
        icon={<ListPlus size={16} aria-hidden="true" />}
        onClick={() => add(count)}
      >
        Add a part to the thread
      </Button>
    </>
  )
}

function joined(before: string, after: string): string {
  return [before.trimEnd(), after.trimStart()].filter((text) => text !== '').join('\n\n')
}
