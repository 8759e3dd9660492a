/** A part of a picture, in fractions of its sides. */
export interface CropRegion {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface CropShape {
  readonly id: string
  readonly label: string
  /** Width by height; absent: any. */
  readonly ratio?: number
  /** What networks show it in, in pixels; a larger part is brought down to it. */
  readonly target?: { readonly width: number; readonly height: number }
}

/** The shapes that networks show pictures in. */
export const cropShapes: readonly CropShape[] = [
  { id: 'free', label: 'Free' },
  shape('square', 'Square', 1080, 1080),
  shape('portrait', 'Portrait 4:5', 1080, 1350),
  shape('landscape', 'Link 1.91:1', 1200, 630),
  shape('wide', 'Wide 16:9', 1600, 900),
  shape('story', 'Story 9:16', 1080, 1920),
  shape('pin', 'Pin 2:3', 1000, 1500),
]

function shape(id: string, label: string, width: number, height: number): CropShape {
  return { id, label, ratio: width / height, target: { width, height } }
}

const sideMin = 0.05

/** The largest part of this shape, around the middle. */
export function largest(picture: number, ratio: number | undefined): CropRegion {
  if (ratio === undefined) return { x: 0, y: 0, width: 1, height: 1 }
  const relative = ratio / picture
  const width = Math.min(1, relative)
  const height = Math.min(1, 1 / relative)
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height }
}

/** Moved, and no further than to the edge. */
export function moved(region: CropRegion, across: number, down: number): CropRegion {
  return {
    ...region,
    x: clamp(region.x + across, 0, 1 - region.width),
    y: clamp(region.y + down, 0, 1 - region.height),
  }
}

/** Made larger or smaller at its far corner; with a ratio it keeps its shape. */
export function resized(
  region: CropRegion,
  across: number,
  down: number,
  picture: number,
  ratio: number | undefined,
): CropRegion {
  const { x, y } = region
  if (ratio === undefined) {
    return {
      x,
      y,
      width: clamp(region.width + across, sideMin, 1 - x),
      height: clamp(region.height + down, sideMin, 1 - y),
    }
  }
  const relative = ratio / picture
  const grown = Math.abs(across) > Math.abs(down * relative) ? across : down * relative
  const widthMax = Math.min(1 - x, (1 - y) * relative)
  const width = clamp(region.width + grown, Math.min(sideMin, widthMax), widthMax)
  return { x, y, width, height: width / relative }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(min, max))
}
