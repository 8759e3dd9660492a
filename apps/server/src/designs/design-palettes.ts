import { type DesignPalette, designPalettes } from '@rheos/contract'
import { distance, type Hex } from '../drawing/color.ts'
import { type Palette, paletteFor } from '../drawing/palette.ts'
import type { BrandBrief } from '../models/brand-brief.ts'
import { createRandom, type Random } from '../random.ts'
import { type Surface, surfaceOf } from './surface.ts'

/** The colours of a design: its ground, a second one beside it, and what ornaments are drawn in. */
export interface DesignColors {
  readonly id: DesignPalette
  readonly base: Surface
  readonly panel: Surface
  readonly art: readonly [Hex, Hex, Hex]
}

/** All pairings of a brand's colours. For a brand that has none they follow from its name. */
export function designColorsOf(
  brand: Pick<BrandBrief, 'name' | 'colors'> | undefined,
): readonly DesignColors[] {
  const palette = paletteFor(brand?.colors, brandSeed(brand))
  return designPalettes.map((id) => colorsOf(id, palette))
}

function colorsOf(id: DesignPalette, palette: Palette): DesignColors {
  const { primary, secondary, accent, paper, deep, soft } = palette
  const [ground, wish, panel] = {
    paper: [paper, primary, primary],
    soft: [soft, primary, deep],
    primary: [primary, accent, paper],
    secondary: [secondary, primary, deep],
    accent: [accent, deep, deep],
    deep: [deep, accent, primary],
    ink: ['#101114', accent, paper],
  }[id] as [Hex, Hex, Hex]
  const apart = [panel, deep, paper, soft].find((hex) => distance(hex, ground) > 0.14) ?? panel
  const base = surfaceOf(ground, palette, wish)
  return {
    id,
    base,
    panel: surfaceOf(apart, palette, distance(wish, apart) > 0.14 ? wish : accent),
    art: [
      seen(ground, [wish, accent, primary]),
      seen(ground, [secondary, soft, accent]),
      seen(ground, [accent, primary, deep, paper]),
    ],
  }
}

/** The first that stands out from the ground. */
function seen(ground: Hex, wishes: readonly [Hex, ...Hex[]]): Hex {
  return wishes.find((hex) => distance(hex, ground) > 0.16) ?? wishes[0]
}

/** Chance that is the same for the same brand every time. */
export function brandSeed(brand: Pick<BrandBrief, 'name'> | undefined): Random {
  const name = brand?.name ?? ''
  return createRandom(
    [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7),
  )
}
