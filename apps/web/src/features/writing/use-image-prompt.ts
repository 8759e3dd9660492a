import { type TextWriting, useTextWriting } from './use-writing.ts'

/** Writes what to draw for a post (`text.rewrite`). */
export function useImagePrompt(): TextWriting<'image_prompt'> {
  return useTextWriting('image_prompt')
}
