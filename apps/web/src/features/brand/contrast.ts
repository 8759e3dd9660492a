/** WCAG contrast of two colours such as `#1a73e8`: from 1 (none) to 21 (black on white). */
export function contrastRatio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

export interface ContrastHint {
  readonly ratio: number
  /** `aa` reads at every size, `large` only as a headline, `low` is hard to read. */
  readonly grade: 'aa' | 'large' | 'low'
}

export function contrastHint(text: string, background: string): ContrastHint {
  const ratio = contrastRatio(text, background)
  return { ratio, grade: ratio >= 4.5 ? 'aa' : ratio >= 3 ? 'large' : 'low' }
}

/** Black or white, whichever reads better on a colour. */
export function readableOn(background: string): '#000000' | '#ffffff' {
  return contrastRatio('#ffffff', background) >= contrastRatio('#000000', background)
    ? '#ffffff'
    : '#000000'
}

/** `#abc`, `abc` and `ABCDEF` as the server keeps colours; nothing for what is none. */
export function colorFrom(text: string): string | undefined {
  const digits = text.trim().replace(/^#/, '').toLowerCase()
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${digits.replace(/./g, '$&$&')}`
  return undefined
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
