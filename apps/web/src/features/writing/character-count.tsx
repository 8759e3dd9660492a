import { countText } from '../count-text.ts'

/** How long a text is that is for no network in particular. */
export function CharacterCount({ text }: { readonly text: string }) {
  return <p className="text-sm text-muted tabular-nums">{countText(text.length, 'character')}</p>
}
