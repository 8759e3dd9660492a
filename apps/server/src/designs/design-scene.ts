import type { DesignAspect, DesignField, DesignLayout, DesignText } from '@rheos/contract'
import type { Faces } from '../typesetting/brand-typeface.ts'
import type { Direction } from '../typesetting/clusters.ts'
import type { Box } from '../typesetting/set-text.ts'
import type { Block } from './blocks.ts'
import type { DesignColors } from './design-palettes.ts'
import type { Surface } from './surface.ts'

/** Everything a layout composes from. It composes as if read from the left; it is mirrored afterwards. */
export interface DesignScene {
  readonly aspect: DesignAspect
  readonly width: number
  readonly height: number
  /** A hundredth of the shorter side. */
  readonly unit: number
  readonly isWide: boolean
  readonly isTall: boolean
  /** Where text may lie: within the margins, above who signs it. */
  readonly area: Box
  readonly text: DesignText
  readonly faces: Faces
  readonly colors: DesignColors
  readonly direction: Direction
  /** A picture lies behind: what is written on the ground is written on it. */
  readonly hasPicture: boolean
  readonly folio: { readonly page: number; readonly pages: number } | null
}

/** Blocks one under the other, as large as their box allows. */
export interface Stack {
  readonly box: Box
  readonly blocks: readonly Block[]
  /** What lies behind it. */
  readonly on: Surface
  readonly align?: 'start' | 'center' | 'end'
  readonly valign?: 'top' | 'middle' | 'bottom'
}

export interface DesignPlan {
  /** SVG elements under the text, over the ground. */
  readonly shapes?: string
  readonly stacks: readonly Stack[]
  /** What lies behind the signature and the page number; the ground where it is left out. */
  readonly foot?: Surface
  /** What lies behind the page number, where that is another ground. */
  readonly footEnd?: Surface
  readonly footAlign?: 'center'
  /** What lies behind the marks of progress at the top. */
  readonly head?: Surface
}

export interface DesignLayoutRules {
  readonly id: DesignLayout
  readonly label: string
  readonly use: 'design' | 'slide'
  readonly fields: readonly DesignField[]
  compose(scene: DesignScene): DesignPlan
}
