import { SpendButton } from '../credits/spend-button.tsx'
import { useAltText } from '../writing/use-alt-text.ts'

export interface SuggestAltProps {
  readonly assetId: string
  readonly postId: string
  readonly brandId: string | null
  readonly onSuggest: (alt: string) => void
}

/** Has a picture described, to be edited. */
export function SuggestAlt({ assetId, postId, brandId, onSuggest }: SuggestAltProps) {
  const alt = useAltText()
  return (
    <SpendButton
      action="text.rewrite"
      label="Suggest"
      size="sm"
      variant="secondary"
      quiet
      onSpend={async (spend) => {
        const ask = { assetId, postId, ...(brandId !== null && { brandId }) }
        const text = await alt.start(ask, spend)
        if (text !== undefined) onSuggest(text)
      }}
    />
  )
}
