/** The letters `#Rheos` as outlines: cap height 100, so that no font of the machine is needed. */
const letters =
  'M26 100L34 73L8 73L13 57L38 57L42 41L17 41L21 25L46 25L53 0L69 0L63 25L80 25L86 0L103 0L96 25L121 25L117 41L92 41L87 57L112 57L108 73L83 73L76 100L60 100L67 73L50 73L43 100ZM54 57L71 57L75 41L58 41ZM139 100L139 0L180 0Q182 0 184 0Q186 0 188 1Q197 2 203 6Q208 11 211 18Q214 24 214 33Q214 45 208 54Q204 59 197 62L215 100L197 100L180 65L156 65L156 100ZM156 49L180 49Q181 49 183 49Q185 49 186 49Q190 48 193 45Q195 42 196 39Q197 36 197 33Q197 29 196 26Q195 23 193 20Q190 17 186 16Q185 16 183 16Q181 16 180 16L156 16ZM283 100L283 64Q283 60 282 56Q282 52 280 48Q278 44 275 41Q271 39 265 39Q262 39 259 40Q256 41 253 43Q251 46 249 50Q248 55 248 61L248 100L231 100L231 0L246 0L246 33Q248 30 252 27Q260 23 270 23Q278 23 284 26Q289 28 292 33Q296 37 297 42Q299 47 299 51Q300 55 300 58L300 100ZM352 102Q340 102 332 97Q323 92 318 83Q313 75 313 63Q313 51 318 42Q323 33 331 28Q340 23 351 23Q362 23 371 28Q379 34 383 44Q387 54 386 67L331 67Q332 75 336 80Q341 86 351 86Q357 86 361 84Q366 81 368 76L385 81Q381 91 372 96Q363 102 352 102ZM369 55Q368 47 365 43Q361 38 351 38Q341 38 336 44Q333 48 332 55ZM434 102Q423 102 415 97Q406 92 402 83Q397 74 397 63Q397 51 402 42Q407 33 415 28Q423 23 434 23Q446 23 454 28Q463 33 467 42Q472 51 472 63Q472 74 467 83Q462 92 454 97Q446 102 434 102ZM434 86Q444 86 449 80Q454 73 454 63Q454 52 449 45Q444 39 434 39Q428 39 423 42Q419 45 417 50Q415 55 415 63Q415 73 420 80Q425 86 434 86ZM514 102Q500 102 492 96Q483 90 481 78L498 76Q500 81 504 84Q509 88 515 88Q522 88 525 85Q528 83 528 79Q528 76 527 74Q526 73 522 71Q518 70 509 68Q500 65 494 62Q488 60 486 56Q484 52 484 46Q484 39 487 34Q491 29 498 26Q504 23 513 23Q522 23 529 26Q535 28 540 33Q544 38 545 45L528 48Q527 43 523 41Q520 38 513 37Q508 37 504 39Q500 41 500 45Q500 47 502 49Q503 50 508 52Q512 53 521 56Q530 58 535 61Q540 64 543 68Q545 72 545 78Q545 89 537 96Q529 102 514 102Z'
const lettersWidth = 551

/** The small mark for an image of this size, as a picture of its own to lay at the bottom right. */
export function watermark(image: { readonly width: number; readonly height: number }): {
  readonly svg: string
  readonly left: number
  readonly top: number
} {
  const capHeight = capHeightFor(image)
  const scale = capHeight / 100
  const padding = { x: capHeight * 0.8, y: capHeight * 0.7 }
  const width = Math.min(image.width, Math.ceil(lettersWidth * scale + 2 * padding.x))
  const height = Math.min(image.height, Math.ceil(capHeight + 2 * padding.y))
  const margin = Math.round(capHeight * 1.1)
  return {
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      // Dark enough behind white letters to be read on a white picture as well as on a black one.
      `<rect width="${width}" height="${height}" rx="${height / 2}" fill="#111318" fill-opacity=".66"/>` +
      `<path transform="translate(${padding.x} ${padding.y}) scale(${scale})" fill="#fff" d="${letters}"/></svg>`,
    left: Math.max(0, image.width - width - margin),
    top: Math.max(0, image.height - height - margin),
  }
}

/** Small beside the picture, yet readable on a thumbnail; never wider than the picture. */
function capHeightFor({
  width,
  height,
}: {
  readonly width: number
  readonly height: number
}): number {
  const relative = Math.sqrt(width * height) * 0.016
  const widest = width / 8.5
  const highest = height / 3.6
  return Math.max(0.5, Math.min(Math.max(7, relative), widest, highest))
}
