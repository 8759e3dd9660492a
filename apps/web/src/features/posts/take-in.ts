/** Brings a text field to another value by changing only what differs, so that the caret stays. */
export function takeIn(field: HTMLTextAreaElement, value: string): void {
  const before = field.value
  if (before === value) return
  const { start, end, text } = differenceOf(before, value)
  field.setRangeText(text, start, end, 'preserve')
}

/** What to put in place of `[start, end)` of a text to make it another one. */
export function differenceOf(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly text: string } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let same = 0
  while (
    same < most - start &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) {
    same += 1
  }
  return { start, end: before.length - same, text: after.slice(start, after.length - same) }
}
