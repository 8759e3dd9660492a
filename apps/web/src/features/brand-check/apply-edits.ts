import type { TextEdit } from '@rheos/contract'

/** The text with the edits made, which stand in its order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (changed, { start, end, replacement }) =>
      changed.slice(0, start) + replacement + changed.slice(end),
    text,
  )
}
