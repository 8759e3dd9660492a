import type { MediaItem } from '@rheos/contract'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { altMax } from './post-limits.ts'
import { SuggestAlt } from './suggest-alt.tsx'

export interface AltEditorProps {
  readonly item: MediaItem
  readonly place: number
  readonly isVideo: boolean
  readonly postId: string
  readonly brandId: string | null
  readonly onChange: (alt: string) => void
  readonly onClose: () => void
}

/** What a picture or video shows, for those who cannot see it. */
export function AltEditor(props: AltEditorProps) {
  const { item, place, isVideo, postId, brandId, onChange, onClose } = props
  const what = isVideo ? 'video' : 'picture'
  return (
    <div className="mt-4 rounded-lg border border-line p-4">
      <Field
        label={`Description of ${what} ${place}`}
        hint="Read aloud to people who cannot see it, and shown where it does not load."
      >
        <Textarea
          rows={2}
          limit={altMax}
          placeholder={`What the ${what} shows`}
          value={item.alt}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <div className="mt-3 flex flex-wrap items-start gap-2">
        {!isVideo && (
          <SuggestAlt
            assetId={item.assetId}
            postId={postId}
            brandId={brandId}
            onSuggest={onChange}
          />
        )}
        <Button size="sm" variant="ghost" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  )
}
