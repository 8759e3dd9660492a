/** Unicode code points; a lone surrogate counts as one. */
export function countCodePoints(text: string): number {
  let points = text.length
  for (let at = 0; at + 1 < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff) continue
    const next = text.charCodeAt(at + 1)
    if (next < 0xdc00 || next > 0xdfff) continue
    points -= 1
    at += 1
  }
  return points
}
