import type { Hex } from '../../../drawing/color.ts'
import type { Palette } from '../../../drawing/palette.ts'
import type { Random } from '../../../random.ts'
import type { Faces } from '../../../typesetting/brand-typeface.ts'
import type { SetText } from '../../../typesetting/set-text.ts'
import type { LogoBox } from '../../place-logo.ts'
import type { Message } from './message.ts'

/** Everything a layout composes from. */
export interface Scene {
  readonly width: number
  readonly height: number
  /** A hundredth of the shorter side. */
  readonly unit: number
  readonly isWide: boolean
  readonly random: Random
  readonly palette: Palette
  readonly faces: Faces
  readonly message: Message
  /** The brand's name, where it can be drawn. */
  readonly name: string | undefined
  readonly hasLogo: boolean
}

/** Type with its colour. */
export interface Lettering {
  readonly set: SetText
  readonly color: Hex
}

/** A picture before it is painted, from back to front: ground, shapes, type, logo. */
export interface Composition {
  readonly ground: Hex | Fog
  readonly soft?: Soft
  /** SVG elements. */
  readonly shapes: string
  readonly lettering: readonly Lettering[]
  readonly logo?: { readonly box: LogoBox; readonly behind: Hex } | undefined
  /** How much grain lies over it, 0 to 1. */
  readonly grain?: number
  /** What is to be seen, for the alternative text. */
  readonly seen: string
}

/** SVG elements that cover everything and are blurred: painted small, so that it costs little. */
export interface Soft {
  readonly shapes: string
  /** In pixels. */
  readonly blur: number
}

/** A ground of colours that run into each other: few pixels, drawn large and soft. */
export interface Fog {
  readonly columns: number
  readonly rows: number
  /** Red, green, blue for each, row by row. */
  readonly pixels: Uint8Array
}

export interface Layout {
  readonly name: string
  /** Whether it does a message justice. */
  readonly suits?: (scene: Scene) => boolean
  compose(scene: Scene): Composition
}
