import { PreviewAvatar } from './preview-avatar.tsx'
import type { PreviewContent } from './preview-content.ts'
import { RichText } from './rich-text.tsx'

/** What the account writes under its own post, first of all comments. */
export function PreviewComment({ content }: { readonly content: PreviewContent }) {
  const { network, name, comment } = content
  return (
    <section
      aria-label="First comment"
      className="flex gap-2.5 border-t border-(--preview-line) px-4 py-3"
    >
      <PreviewAvatar content={content} square={network === 'linkedin'} className="size-8" />
      <div className="min-w-0 flex-1 rounded-lg bg-(--preview-tint) px-3 py-2">
        <p className="truncate text-xs font-semibold">
          <bdi>{name}</bdi>
        </p>
        <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
          <RichText network={network} text={comment} />
        </p>
      </div>
    </section>
  )
}
