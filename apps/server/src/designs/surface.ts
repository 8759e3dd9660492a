import { contrast, distance, fromLch, type Hex, mix, toLch } from '../drawing/color.ts'
import { type Palette, textOn } from '../drawing/palette.ts'

/** WCAG AA for text of any size. */
export const readable = 4.5
/** Rounding to whole channels must not cost it. */
const sure = 4.56

/** A ground with what can be read on it: every pair of colours here has a contrast of at least AA. */
export interface Surface {
  readonly ground: Hex
  readonly text: Hex
  /** For second lines: quieter than `text`, still readable. */
  readonly quiet: Hex
  /** Coloured, and still readable. */
  readonly accent: Hex
  /** For large shapes that text may run over: hardly another colour than the ground. */
  readonly whisper: Hex
}

/** `wish` colours the accent where it can be read, and is moved in lightness until it can. */
export function surfaceOf(
  ground: Hex,
  palette: Pick<Palette, 'paper' | 'ink'>,
  wish: Hex,
): Surface {
  const text = readableText(ground, palette)
  const whisper = whisperOn(ground, text)
  const grounds = [ground, whisper]
  const isReadable = (hex: Hex) => grounds.every((behind) => contrast(hex, behind) >= sure)
  const quiet = [0.34, 0.26, 0.18, 0.1].map((share) => mix(text, ground, share)).find(isReadable)
  return {
    ground,
    text,
    quiet: quiet ?? text,
    accent: accentOn(ground, wish, isReadable) ?? text,
    whisper,
  }
}

/** White or black can be read on any colour; the brand's own light and dark are preferred. */
function readableText(ground: Hex, palette: Pick<Palette, 'paper' | 'ink'>): Hex {
  const own = textOn(ground, palette)
  if (contrast(own, ground) >= sure) return own
  return contrast('#ffffff', ground) > contrast('#000000', ground) ? '#ffffff' : '#000000'
}

/** Away from the text's side, where that is to be seen; text only gains by it. */
function whisperOn(ground: Hex, text: Hex): Hex {
  const { l, c, h } = toLch(ground)
  const away = toLch(text).l > l ? -1 : 1
  const shades = [away * 0.05, away * 0.035, -away * 0.07, -away * 0.05]
    .map((step) => fromLch({ l: Math.min(1, Math.max(0, l + step)), c, h }))
    .filter((hex) => contrast(text, hex) >= Math.min(7, contrast(text, ground)) && hex !== ground)
  return shades.find((hex) => distance(hex, ground) > 0.03) ?? shades[0] ?? ground
}

/** The wished colour, or the nearest lightness of it that can be read. */
function accentOn(ground: Hex, wish: Hex, isReadable: (hex: Hex) => boolean): Hex | undefined {
  if (isReadable(wish)) return wish
  const { l, c, h } = toLch(wish)
  const lighter = toLch(ground).l < 0.6
  for (let step = 0.02; step < 1; step += 0.02) {
    const hex = fromLch({ l: lighter ? l + step : l - step, c, h })
    if (isReadable(hex)) return hex
    if ((lighter ? l + step : l - step) > 1 || l - step < 0) return undefined
  }
  return undefined
}
