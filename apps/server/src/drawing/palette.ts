import type { BrandColors } from '../models/brand-brief.ts'
import type { Random } from '../random.ts'
import { contrast, distance, fromLch, type Hex, isHex, mix, toLch } from './color.ts'

/** The colours of one picture by what they are for. */
export interface Palette {
  readonly primary: Hex
  readonly secondary: Hex
  readonly accent: Hex
  /** A light ground and a dark letter, both tinted by the brand. */
  readonly paper: Hex
  readonly ink: Hex
  /** The primary colour as a dark and as a pale ground. */
  readonly deep: Hex
  readonly soft: Hex
}

export type SchemeName = 'paper' | 'bold' | 'deep' | 'soft'

/** A ground, what is written on it, and what may be drawn on it so that it is seen. */
export interface Scheme {
  readonly name: SchemeName
  readonly ground: Hex
  readonly text: Hex
  /** For second lines: quieter than `text`, still readable. */
  readonly quiet: Hex
  readonly art: readonly [Hex, Hex, Hex]
}

/** For brands without colours of their own: primary, secondary, accent. */
const fallbacks = [
  ['#1f4d3a', '#dcc9a3', '#e8743b'],
  ['#2b3a67', '#f2b5a7', '#f4c95d'],
  ['#c8553d', '#f3d9c0', '#28536b'],
  ['#5b3a8e', '#f6b8c8', '#ffd166'],
  ['#0f5e6b', '#f0dfc8', '#ef8354'],
  ['#23395b', '#b9d6c9', '#f26b5b'],
  ['#7a2e3a', '#edc9b0', '#d9a441'],
  ['#33539e', '#c7d9f5', '#ffb04f'],
] as const

/** Hue, chroma and lightness of what a brand left open follow from what it has. */
export function paletteFor(colors: BrandColors | undefined, random: Random): Palette {
  const fallback = random.pick(fallbacks)
  const own = [colors?.primary, colors?.accent, colors?.secondary].filter(isHex)
  // A primary that is black, white or grey colours nothing; the first with a colour leads then.
  const primary = own.find((hex) => toLch(hex).c > 0.04) ?? own[0] ?? fallback[0]
  const lead = toLch(primary)
  const others = own.filter((hex) => distance(hex, primary) > 0.12)
  const isBranded = own.length > 0
  const secondary =
    others.find((hex) => hex === colors?.secondary) ??
    (isBranded ? companion(primary) : fallback[1])
  const accent =
    others.find((hex) => hex !== secondary) ?? (isBranded ? counterpoint(primary) : fallback[2])
  const tint = (l: number, c: number) => fromLch({ l, c: Math.min(lead.c, c), h: lead.h })
  const { background, text } = colors ?? {}
  const paper = isHex(background) && toLch(background).l > 0.9 ? background : tint(0.972, 0.012)
  const ink = isHex(text) && contrast(text, paper) >= 8 ? text : tint(0.22, 0.03)
  return {
    primary,
    secondary,
    accent,
    paper,
    ink,
    deep: tint(0.25, 0.075),
    soft: tint(0.91, 0.045),
  }
}

function companion(hex: Hex): Hex {
  const { l, c, h } = toLch(hex)
  const light = l < 0.55 ? 0.84 : 0.4
  return fromLch({ l: light, c: Math.max(0.05, c * 0.6), h: h + 28 })
}

/** Where a colour of this hue finds one that answers it without quarrelling. */
const answers = [
  [60, 88],
  [112, 285],
  [178, 52],
  [295, 55],
  [345, 88],
  [361, 75],
] as const

function counterpoint(hex: Hex): Hex {
  const { l, c, h } = toLch(hex)
  const [, hue] = answers.find(([upTo]) => h < upTo) ?? answers[0]
  return fromLch({ l: hue === 285 || l > 0.78 ? 0.45 : 0.78, c: Math.max(0.13, c), h: hue })
}

export function schemeOf(palette: Palette, name: SchemeName): Scheme {
  const ground = {
    paper: palette.paper,
    bold: writable(palette.primary, palette),
    deep: palette.deep,
    soft: palette.soft,
  }[name]
  const text = textOn(ground, palette)
  return {
    name,
    ground,
    text,
    quiet: quietOn(ground, text),
    art: [
      seenOn(ground, name === 'bold' ? palette.accent : palette.primary),
      seenOn(ground, palette.secondary),
      seenOn(ground, name === 'bold' ? palette.deep : palette.accent),
    ],
  }
}

export const readable = 4.5

/** The brand's own light or dark where it can be read on `ground`, else white or black. */
export function textOn(ground: Hex, palette: Pick<Palette, 'paper' | 'ink'>): Hex {
  const candidates = [palette.paper, palette.ink, '#ffffff', '#0b0c0e']
  const comfortable = candidates.find((hex) => contrast(hex, ground) >= 7)
  const [best = '#ffffff'] = [...candidates].sort(
    (a, b) => contrast(b, ground) - contrast(a, ground),
  )
  return comfortable ?? best
}

/** A ground of middling lightness takes neither dark nor light type; it is moved until it takes one. */
function writable(ground: Hex, palette: Pick<Palette, 'paper' | 'ink'>): Hex {
  const { l, c, h } = toLch(ground)
  const step = l > 0.6 ? 0.01 : -0.01
  for (let moved = 0; moved < 20; moved += 1) {
    const hex = moved === 0 ? ground : fromLch({ l: l + step * moved, c, h })
    if (contrast(textOn(hex, palette), hex) >= readable + 0.15) return hex
  }
  return ground
}

function quietOn(ground: Hex, text: Hex): Hex {
  const quieter = [0.32, 0.24, 0.16, 0.08].map((share) => mix(text, ground, share))
  return quieter.find((hex) => contrast(hex, ground) >= readable + 0.4) ?? text
}

/** A colour moved in lightness until it stands out from the ground it is drawn on. */
export function seenOn(ground: Hex, hex: Hex): Hex {
  if (distance(ground, hex) > 0.16 && contrast(ground, hex) > 1.4) return hex
  const { l, c, h } = toLch(hex)
  const behind = toLch(ground).l
  return fromLch({ l: behind > 0.6 ? Math.min(l, behind - 0.26) : Math.max(l, behind + 0.3), c, h })
}
