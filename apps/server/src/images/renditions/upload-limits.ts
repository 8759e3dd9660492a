export const uploadBytesMax = 20 * 1024 * 1024
export const pixelsMax = 40_000_000
/** Of all frames of an animation together. */
export const framePixelsMax = 100_000_000
/** Formats count their sides up to 16 bits and beyond; past this nothing sensible is a picture. */
export const sideMax = 12_000
