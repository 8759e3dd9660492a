import { type TextWriting, useTextWriting } from './use-writing.ts'

/** Suggests what is to be seen on a picture of the library (`text.rewrite`). */
export function useAltText(): TextWriting<'alt'> {
  return useTextWriting('alt')
}
