import type { PostDraft } from './post-draft.ts'
import { useField } from './use-post-draft.ts'

/** What the post is called among one's posts; networks that have titles take it too. */
export function TitleField({ draft }: { readonly draft: PostDraft }) {
  const title = useField(draft, 'title')
  return (
    <textarea
      aria-label="Title"
      dir="auto"
      rows={1}
      maxLength={200}
      placeholder="Title, for you"
      className="field-sizing-content mb-3 block w-full resize-none bg-transparent text-xl font-semibold outline-none"
      value={title}
      onChange={(event) =>
        draft.edit(
          { title: event.target.value.replaceAll('\n', ' ') },
          { label: 'Title', typing: true },
        )
      }
    />
  )
}
