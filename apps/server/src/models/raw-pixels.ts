import type { CreateRaw, OutputInfo } from 'sharp'

/**
 * How to read raw pixels that sharp has written. Its own account of them cannot be handed back whole:
 * it says `premultiplied` after a blur, and pixels without alpha are then spoiled when they are read.
 */
export function rawPixels({ width, height, channels }: OutputInfo): CreateRaw {
  return { width, height, channels }
}
