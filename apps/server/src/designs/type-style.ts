import type { Hex } from '../drawing/color.ts'
import type { FamilyName } from '../typesetting/type-library.ts'
import type { Block, RuleBlock, TextBlock } from './blocks.ts'
import type { DesignScene } from './design-scene.ts'

const leadings: Readonly<Partial<Record<FamilyName, number>>> = {
  oswald: 1.16,
  'playfair-display': 1.12,
  'source-serif-4': 1.1,
}
const untracked: ReadonlySet<FamilyName> = new Set(['oswald', 'playfair-display', 'source-serif-4'])

interface Style {
  /** In hundredths of the shorter side. */
  readonly size: number
  readonly color: Hex
  readonly gap?: number
  readonly measure?: number
}

/** A page that is wide, or long, has room for larger type than its shorter side tells. */
function grade({ isWide, isTall }: DesignScene): number {
  return isWide ? 1.26 : isTall ? 1.12 : 1
}

/** The words that are read first. Few of them may be larger than many. */
export function titleBlock(scene: DesignScene, text: string, style: Style): TextBlock {
  const { faces, unit } = scene
  const { family } = faces.display
  const { length } = text
  const boldness = length <= 12 ? 1.45 : length <= 26 ? 1.2 : length <= 60 ? 1 : 0.86
  return {
    kind: 'text',
    text,
    face: faces.display,
    size: unit * style.size * boldness * grade(scene),
    color: style.color,
    leading: leadings[family] ?? 1.06,
    tracking: untracked.has(family) ? -0.004 : -0.024,
    yields: 1,
    gap: unit * (style.gap ?? 4),
    measure: style.measure ?? 1,
  }
}

/** What explains it. */
export function bodyBlock(scene: DesignScene, text: string, style: Style): TextBlock {
  const { faces, unit } = scene
  return {
    kind: 'text',
    text,
    face: faces.text,
    size: unit * style.size * grade(scene),
    color: style.color,
    leading: 1.4,
    tracking: 0,
    yields: 0.62,
    gap: unit * (style.gap ?? 4.5),
    measure: style.measure ?? 1,
  }
}

/** A short line that is set heavier than what it stands beside. */
export function labelBlock(scene: DesignScene, text: string, style: Style): TextBlock {
  const { faces, unit } = scene
  return {
    kind: 'text',
    text,
    face: faces.label,
    size: unit * style.size * grade(scene),
    color: style.color,
    leading: 1.25,
    tracking: 0.01,
    yields: 0.55,
    gap: unit * (style.gap ?? 3),
    measure: style.measure ?? 1,
  }
}

export function ruleBlock(
  { unit }: Pick<DesignScene, 'unit'>,
  rule: {
    readonly color: Hex
    readonly width?: number
    readonly height?: number
    readonly gap?: number
  },
): RuleBlock {
  return {
    kind: 'rule',
    width: rule.width === undefined ? 'full' : unit * rule.width,
    height: Math.max(1, unit * (rule.height ?? 0.22)),
    color: rule.color,
    gap: unit * (rule.gap ?? 4),
  }
}

/** Blocks with text in them; an empty field leaves no hole. */
export function filled(text: string, ...blocks: readonly Block[]): readonly Block[] {
  return text.trim() === '' ? [] : blocks
}
