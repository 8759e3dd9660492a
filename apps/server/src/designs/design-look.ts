import {
  type DesignFont,
  type DesignLayouts,
  type DesignLook,
  type DesignPalette,
  designAspects,
  designFonts,
  designLayouts,
} from '@rheos/contract'
import type { BrandBrief } from '../models/brand-brief.ts'
import { designLayoutRules } from './design-layouts.ts'
import { designColorsOf } from './design-palettes.ts'
import { designSizes } from './design-sizes.ts'

const paletteLabels: Readonly<Record<DesignPalette, string>> = {
  paper: 'Paper',
  soft: 'Soft',
  primary: 'Main colour',
  secondary: 'Second colour',
  accent: 'Accent',
  deep: 'Deep',
  ink: 'Ink',
}

const fontLabels: Readonly<Record<Exclude<DesignFont, 'brand'>, string>> = {
  inter: 'Inter',
  manrope: 'Manrope',
  'space-grotesk': 'Space Grotesk',
  'playfair-display': 'Playfair Display',
  'source-serif-4': 'Source Serif',
  oswald: 'Oswald',
  nunito: 'Nunito',
}

/** What a brand's designs can look like. */
export function designLookOf(brand: BrandBrief | undefined): DesignLook {
  return {
    palettes: designColorsOf(brand).map(({ id, base, panel }) => ({
      id,
      label: paletteLabels[id],
      ground: base.ground,
      text: base.text,
      accent: base.accent,
      panel: panel.ground,
    })),
    fonts: designFonts.map((id) => ({ id, label: fontLabel(id, brand) })),
  }
}

function fontLabel(id: DesignFont, brand: BrandBrief | undefined): string {
  if (id !== 'brand') return fontLabels[id]
  const own = brand?.fonts?.heading ?? brand?.fonts?.body
  return own === undefined ? 'Automatic' : `Brand’s, like ${own}`
}

/** All layouts and sizes there are. */
export function designLayoutList(): DesignLayouts {
  return {
    layouts: designLayouts.map((id) => {
      const { label, use, fields } = designLayoutRules[id]
      return { id, label, use, fields: [...fields] }
    }),
    aspects: designAspects.map((id) => ({ id, ...designSizes[id] })),
  }
}
