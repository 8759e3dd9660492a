import { searchOf } from './search-text.ts'

const atOf = searchOf('at')

/** The instant that a page's address says as `at`; nothing where that is none: then it is now. */
export function momentOf(search: Record<string, unknown>): { readonly at?: string | undefined } {
  const { at = '' } = atOf(search)
  const instant = new Date(/^\d{4}-\d\d-\d\d/.test(at) ? at : Number.NaN)
  // Said, though it is nothing: what is left out stays as the address has it.
  return { at: Number.isNaN(instant.getTime()) ? undefined : instant.toISOString() }
}
