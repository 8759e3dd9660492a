import { fromLch, type Hex, toLch } from '../../../drawing/color.ts'
import type { Palette } from '../../../drawing/palette.ts'

/** What the built-in designer can put behind a subject. */
export type Backdrop =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'color'; readonly color: Hex }
  | { readonly kind: 'gradient'; readonly from: Hex; readonly to: Hex }

const named: Readonly<Record<string, Hex>> = {
  white: '#ffffff',
  black: '#111111',
  grey: '#9ca3af',
  gray: '#9ca3af',
  red: '#dc2626',
  orange: '#f97316',
  amber: '#f59e0b',
  yellow: '#facc15',
  lime: '#a3e635',
  green: '#16a34a',
  mint: '#a7f3d0',
  teal: '#0f766e',
  turquoise: '#2dd4bf',
  cyan: '#22d3ee',
  blue: '#2563eb',
  navy: '#1e3a5f',
  sky: '#7dd3fc',
  indigo: '#4f46e5',
  violet: '#7c3aed',
  purple: '#7e22ce',
  lavender: '#d8ccf5',
  magenta: '#c026d3',
  pink: '#f472b6',
  rose: '#fb7185',
  coral: '#ff7f6b',
  peach: '#ffd1b3',
  brown: '#7c4a2d',
  beige: '#e8dcc6',
  sand: '#dec9a3',
  cream: '#fbf3e2',
  ivory: '#fffff0',
  gold: '#d4a537',
  silver: '#c8ccd2',
  weiß: '#ffffff',
  schwarz: '#111111',
  grau: '#9ca3af',
  rot: '#dc2626',
  gelb: '#facc15',
  grün: '#16a34a',
  blau: '#2563eb',
  rosa: '#f472b6',
  blanc: '#ffffff',
  noir: '#111111',
  rouge: '#dc2626',
  bleu: '#2563eb',
  vert: '#16a34a',
  jaune: '#facc15',
  blanco: '#ffffff',
  negro: '#111111',
  rojo: '#dc2626',
  azul: '#2563eb',
  verde: '#16a34a',
  amarillo: '#facc15',
}

const filler = new Set(
  'a an the in on of with to from into and our my your please make it put use set change replace background backdrop behind it plain solid flat simple clean smooth just only colour color colours colors one new between studio hintergrund fond fondo by as'.split(
    ' ',
  ),
)
const shades: Readonly<Record<string, (hex: Hex) => Hex>> = {
  light: (hex) => moved(hex, 0.22, 0.7),
  pale: (hex) => moved(hex, 0.3, 0.45),
  pastel: (hex) => moved(hex, 0.26, 0.5),
  soft: (hex) => moved(hex, 0.16, 0.7),
  bright: (hex) => moved(hex, 0.05, 1.15),
  dark: (hex) => moved(hex, -0.2, 0.9),
  deep: (hex) => moved(hex, -0.14, 1),
}

/** What an instruction wants behind the subject; nothing when it is more than a plain backdrop. */
export function readBackdrop(instruction: string, palette: Palette): Backdrop | undefined {
  const words = instruction
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== '' && !filler.has(word))
  const colors: Hex[] = []
  let [gradient, nothing] = [false, false]
  let shade: ((hex: Hex) => Hex) | undefined
  for (const word of words) {
    if (/^(gradient|verlauf|dégradé|degradado|fade)$/u.test(word)) gradient = true
    else if (
      /^(transparent|nothing|none|remove|removed|no|without|cutout|freistellen)$/u.test(word)
    )
      nothing = true
    else if (Object.hasOwn(shades, word)) shade = shades[word]
    else {
      const color = colorOf(word, palette)
      if (color === undefined) return undefined
      colors.push(shade?.(color) ?? color)
      shade = undefined
    }
  }
  return backdropOf({ colors, gradient, nothing, shade }, palette)
}

function backdropOf(
  wish: {
    readonly colors: readonly Hex[]
    readonly gradient: boolean
    readonly nothing: boolean
    readonly shade: ((hex: Hex) => Hex) | undefined
  },
  palette: Palette,
): Backdrop | undefined {
  const { colors, gradient, nothing, shade } = wish
  if (nothing) return colors.length === 0 && !gradient ? { kind: 'nothing' } : undefined
  const [first, second] = colors
  if (first === undefined) {
    if (gradient) return { kind: 'gradient', from: palette.primary, to: palette.secondary }
    // "Dark", "light" and nothing else.
    return shade && { kind: 'color', color: shade(palette.primary) }
  }
  if (!gradient && second === undefined) return { kind: 'color', color: first }
  const away = toLch(first).l > 0.6 ? -0.18 : 0.18
  return { kind: 'gradient', from: first, to: second ?? moved(first, away, 1) }
}

function colorOf(word: string, palette: Palette): Hex | undefined {
  if (/^#[0-9a-f]{6}$/.test(word)) return word
  if (/^#[0-9a-f]{3}$/.test(word)) return word.replace(/[0-9a-f]/g, '$&$&')
  if (/^(brand|brand’s|brands|marke|marque|marca|primary)$/u.test(word)) return palette.primary
  if (word === 'secondary') return palette.secondary
  if (word === 'accent') return palette.accent
  return Object.hasOwn(named, word) ? named[word] : undefined
}

function moved(hex: Hex, by: number, chroma: number): Hex {
  const { l, c, h } = toLch(hex)
  return fromLch({ l: Math.min(0.985, Math.max(0.08, l + by)), c: c * chroma, h })
}
