import type { Hex } from '../drawing/color.ts'
import type { Typeface } from '../typesetting/type-library.ts'

/** Type in a stack. Sizes are what it has when there is room; all shrink together when there is not. */
export interface TextBlock {
  readonly kind: 'text'
  readonly text: string
  readonly face: Typeface
  readonly size: number
  readonly color: Hex
  readonly leading: number
  readonly tracking: number
  /** How much of a stack's shrinking it follows: 1 all of it, 0.5 its root. */
  readonly yields: number
  /** Space above it, where something stands above. */
  readonly gap: number
  /** A share of the box's width. */
  readonly measure: number
  /** The colour of its last line. */
  readonly lastColor?: Hex
}

export interface RuleBlock {
  readonly kind: 'rule'
  readonly width: number | 'full'
  readonly height: number
  readonly color: Hex
  readonly gap: number
}

/** A line of type in a rounded field. */
export interface PillBlock extends Pick<TextBlock, 'text' | 'face' | 'size' | 'color' | 'gap'> {
  readonly kind: 'pill'
  readonly fill: Hex
}

/** A sign at the beginning, and text beside it. */
export interface RowBlock {
  readonly kind: 'row'
  readonly lead: TextBlock
  readonly text: TextBlock
  readonly leadWidth: number
  readonly gap: number
}

export type Block = TextBlock | RuleBlock | PillBlock | RowBlock
