import type { Shape } from './justified-rows.ts'

/** So much longer one way than the other, it is a banner or a logo, of which no part may be missing. */
const bannerFrom = 3
/** A photograph may lose half of itself to its frame, not more. */
const cutMax = 2

/** Whether a picture fills its frame, cut where it must be; else it is shown whole, at most at its size. */
export function fillsFrame(picture: Shape, frame: Shape): boolean {
  if (picture.width < frame.width && picture.height < frame.height) return false
  const ratio = picture.width / picture.height
  const cut = ratio / (frame.width / frame.height)
  return Math.max(cut, 1 / cut) <= (Math.max(ratio, 1 / ratio) > bannerFrom ? 1.05 : cutMax)
}
