/** A colour as `#rrggbb`. */
export type Hex = string

/** Lightness 0 to 1, chroma 0 to about 0.37, hue in degrees (OKLCH). */
export interface Lch {
  readonly l: number
  readonly c: number
  readonly h: number
}

export function isHex(value: string | undefined): value is Hex {
  return value !== undefined && /^#[0-9a-f]{6}$/i.test(value)
}

export function toLch(hex: Hex): Lch {
  const [red, green, blue] = linearOf(hex)
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const l = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short
  return { l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 }
}

/** The nearest colour a screen can show: chroma gives way, lightness and hue stay. */
export function fromLch({ l, c, h }: Lch): Hex {
  const lightness = Math.min(1, Math.max(0, l))
  for (let chroma = c; ; chroma -= 0.008) {
    const channels = linearFrom({ l: lightness, c: Math.max(0, chroma), h })
    if (chroma <= 0 || channels.every((value) => value > -0.002 && value < 1.002))
      return hexOf(channels)
  }
}

function linearFrom({ l, c, h }: Lch): readonly number[] {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

export function luminance(hex: Hex): number {
  const [red, green, blue] = linearOf(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of WCAG, from 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

export function mix(one: Hex, other: Hex, share: number): Hex {
  const [first, second] = [channelsOf(one), channelsOf(other)]
  return `#${first.map((value, at) => byte(value + ((second[at] ?? 0) - value) * share)).join('')}`
}

/** Neighbours on the colour wheel blend cleanly; opposites would meet in mud. */
export function blendsWith(one: Hex, other: Hex): boolean {
  const [a, b] = [toLch(one), toLch(other)]
  const apart = 180 - Math.abs(Math.abs(a.h - b.h) - 180)
  return Math.min(a.c, b.c) < 0.04 || apart < 75
}

/** Between two colours as the eye sees them (OKLab). */
export function blend(one: Hex, other: Hex, share: number): Hex {
  const [a, b] = [toLab(one), toLab(other)]
  const [l = 0, x = 0, y = 0] = a.map((value, axis) => value + ((b[axis] ?? 0) - value) * share)
  return fromLch({ l, c: Math.hypot(x, y), h: (Math.atan2(y, x) * 180) / Math.PI })
}

function toLab(hex: Hex): readonly number[] {
  const { l, c, h } = toLch(hex)
  return [l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
}

export function channelsOf(hex: Hex): readonly [number, number, number] {
  const at = (index: number) => Number.parseInt(hex.slice(index, index + 2), 16)
  return [at(1), at(3), at(5)]
}

/** How different two colours look, 0 to about 1. */
export function distance(one: Hex, other: Hex): number {
  const [a, b] = [toLch(one), toLch(other)]
  const turn = ((a.h - b.h) * Math.PI) / 180
  const chroma = Math.sqrt(Math.max(0, a.c ** 2 + b.c ** 2 - 2 * a.c * b.c * Math.cos(turn)))
  return Math.hypot(a.l - b.l, chroma)
}

function linearOf(hex: Hex): readonly [number, number, number] {
  const [red, green, blue] = channelsOf(hex)
  return [linear(red), linear(green), linear(blue)]
}

function linear(channel: number): number {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function hexOf(channels: readonly number[]): Hex {
  const encoded = channels.map((value) => {
    const clamped = Math.min(1, Math.max(0, value))
    return clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055
  })
  return `#${encoded.map((value) => byte(value * 255)).join('')}`
}

function byte(value: number): string {
  return Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0')
}
