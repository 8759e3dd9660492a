import type { Design } from '@rheos/contract'
import { paletteFor } from '../drawing/palette.ts'
import type { BrandBrief } from '../models/brand-brief.ts'
import { ScriptFontLibrary } from '../typesetting/script-fonts.ts'
import { TypeLibrary } from '../typesetting/type-library.ts'
import { type Composed, composeDesign } from './compose-design.ts'
import { brandSeed, type DesignColors, designColorsOf } from './design-palettes.ts'
import { designSizes } from './design-sizes.ts'
import { cleanDesignText } from './design-text.ts'
import { designFaces } from './design-type.ts'
import { type PaintedDesign, paintDesign } from './paint-design.ts'
import { pictureSurface } from './scrim.ts'

export interface RenderWish {
  readonly brand?: BrandBrief | undefined
  /** The file of the picture behind. */
  readonly picture?: Uint8Array | undefined
  /** At most this wide. */
  readonly width?: number | undefined
  readonly marked: boolean
}

/** Makes a picture of a design: no model, no network, no chance. */
export class DesignRenderer {
  readonly #types = new TypeLibrary()
  readonly #scripts = new ScriptFontLibrary()

  async render(design: Design, wish: RenderWish): Promise<PaintedDesign> {
    const { width = Number.POSITIVE_INFINITY, brand, picture, marked } = wish
    const composed = await this.compose(design, wish)
    return paintDesign(composed, {
      logo: design.withLogo ? brand?.logo : undefined,
      picture: picture && { bytes: picture, surface: surfaceOver(brand) },
      scale: Math.min(1, width / designSizes[design.aspect].width),
      marked,
    })
  }

  async compose(
    design: Design,
    { brand, picture }: Pick<RenderWish, 'brand' | 'picture'>,
  ): Promise<Composed> {
    const text = cleanDesignText(design.text)
    const name = design.withLogo ? brand?.name : undefined
    const faces = await designFaces(
      { types: this.#types, scripts: this.#scripts },
      { font: design.font, brand, text: [...Object.values(text), name ?? ''].join('\n') },
    )
    const colors = colorsFor(design, brand)
    return composeDesign({
      design: { ...design, text },
      colors: picture ? { ...colors, base: surfaceOver(brand) } : colors,
      faces,
      signature: name === undefined ? undefined : { name, hasLogo: brand?.logo !== undefined },
    })
  }
}

function colorsFor(design: Design, brand: BrandBrief | undefined): DesignColors {
  const all = designColorsOf(brand)
  const found = all.find(({ id }) => id === design.palette)
  if (found === undefined) throw new RangeError(`There is no palette ${design.palette}.`)
  return found
}

function surfaceOver(brand: BrandBrief | undefined) {
  return pictureSurface(paletteFor(brand?.colors, brandSeed(brand)))
}
