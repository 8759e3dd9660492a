import { type TextWriting, useTextWriting } from './use-writing.ts'

/** Writes a post anew for one network, within what it allows (`text.post`). */
export function useVersion(): TextWriting<'version'> {
  return useTextWriting('version')
}
