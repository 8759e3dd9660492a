import { converter, differenceEuclidean, formatHex, type Oklch, parse, wcagContrast } from 'culori'

const toOklch = converter('oklch')
const distance = differenceEuclidean('oklab')

/** Opaque enough to be seen as itself. */
const minAlpha = 0.6

/** A CSS colour as `#rrggbb`; nothing for what is transparent or no colour. */
export function readColor(value: string): string | undefined {
  const text = value.trim().replace(/\s*!important$/i, '')
  if (text === '' || /^(transparent|inherit|initial|unset|none|currentcolor|auto)$/i.test(text))
    return undefined
  const parsed = parse(text.toLowerCase()) ?? parse(bareChannels(text))
  if (parsed === undefined || (parsed.alpha ?? 1) < minAlpha) return undefined
  return formatHex(parsed)
}

/** Component libraries keep channels apart, as `--primary: 222 47% 11%`. */
function bareChannels(text: string): string {
  if (/^[\d.]+(deg)?[\s,]+[\d.]+%[\s,]+[\d.]+%$/.test(text))
    return `hsl(${text.replaceAll(',', ' ')})`
  if (/^\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}$/.test(text)) return `rgb(${text})`
  return text
}

const colorPattern =
  /#[0-9a-f]{3,8}\b|(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb|color)\([^()]{1,80}\)/gi
const namedPattern = /\b[a-z]{3,20}\b/gi

/** Every colour in a value, gradients and shorthands included. */
export function readColors(value: string): string[] {
  if (value.length > 2_000) return []
  const written = [...value.matchAll(colorPattern)].map(([match]) => match)
  const rest = value
    .replace(colorPattern, ' ')
    .replace(/url\([^)]*\)/gi, ' ')
    .replace(/["'][^"']*["']/g, ' ')
  const named = [...rest.matchAll(namedPattern)].map(([match]) => match)
  const whole = readColor(value)
  const found = whole === undefined ? [...written, ...named].map(readColor) : [whole]
  return [...new Set(found.filter((color) => color !== undefined))]
}

export function contrast(one: string, other: string): number {
  return wcagContrast(one, other)
}

/** 0 for equal colours; below 0.05 people take two for the same. */
export function colorDistance(one: string, other: string): number {
  return distance(one, other)
}

export function lightness(color: string): number {
  return oklch(color).l
}

export function chroma(color: string): number {
  return oklch(color).c
}

/** Without a hue of its own, as black, white and near greys. */
export function isGrey(color: string): boolean {
  const { l, c } = oklch(color)
  return c < 0.03 || l > 0.97 || l < 0.12
}

function oklch(color: string): Oklch {
  return toOklch(color) ?? { mode: 'oklch', l: 0, c: 0, h: 0 }
}

/** The nearest shade of a colour that can be read on a ground, by making it darker or lighter. */
export function readableOn(color: string, ground: string, ratio: number): string {
  if (contrast(color, ground) >= ratio) return color
  const from = oklch(color)
  const end = contrast('#000000', ground) >= contrast('#ffffff', ground) ? 0 : 1
  for (let step = 1; step <= 20; step += 1) {
    const shade = formatHex({ ...from, l: from.l + ((end - from.l) * step) / 20 })
    if (contrast(shade, ground) >= ratio) return shade
  }
  return end === 0 ? '#000000' : '#ffffff'
}
