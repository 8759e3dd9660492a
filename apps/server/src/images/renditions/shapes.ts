/** The shapes that networks show pictures in, in pixels. */
export const shapes = {
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
  landscape: { width: 1200, height: 630 },
  story: { width: 1080, height: 1920 },
  pin: { width: 1000, height: 1500 },
} as const

export type Shape = keyof typeof shapes
export const shapeNames = [
  'square',
  'portrait',
  'landscape',
  'story',
  'pin',
] as const satisfies readonly Shape[]
