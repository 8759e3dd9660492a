import {
  type Candidate,
  type ColorRole,
  type ColorsByRole,
  colorRoles,
  type Evidence,
} from '../finding.ts'
import type { Site } from '../site/site.ts'
import type { UsedDeclaration } from '../site/used-styles.ts'
import { type ColorHint, colorHints } from './color-hints.ts'
import {
  chroma,
  colorDistance,
  contrast,
  isGrey,
  lightness,
  readableOn,
  readColor,
  readColors,
} from './color-value.ts'
import type { FoundLogo } from './find-logo.ts'
import { evidence, joinScores } from './text-evidence.ts'

interface ColorGroup {
  readonly color: string
  readonly weight: number
  readonly hints: readonly ColorHint[]
}

interface Chosen {
  readonly color: string
  readonly weight: number
  readonly evidence: readonly Evidence[]
}

type Palette = Partial<Record<ColorRole, Chosen>>

/** Text on its ground has to be readable: WCAG 2 AA for text of ordinary size. */
const readableContrast = 4.5
const maxColors = 150
const sameColor = 0.055
const distinctColor = 0.11

/** The colours of the brand by role, from where and how often they are used. */
export function findColors(
  site: Site,
  used: readonly UsedDeclaration[],
  logos: readonly FoundLogo[],
): Candidate<ColorsByRole> | undefined {
  const groups = groupNear(colorHints(site, used, logos))
  const base: Palette = baseColors(used, groups)
  const palette: Palette = { ...base, ...brandColors(groups, base.background?.color ?? '#ffffff') }
  const notes = checkContrast(palette)
  const chosen = colorRoles.flatMap((role) => {
    const entry = palette[role]
    return entry === undefined ? [] : [[role, entry] as const]
  })
  if (chosen.length === 0) return undefined
  return {
    value: Object.fromEntries(chosen.map(([role, { color }]) => [role, color])),
    score: confidence(palette),
    evidence: [
      ...chosen.flatMap(([role, entry]) =>
        entry.evidence.slice(0, 2).map((item) => ({ ...item, source: `${role}: ${item.source}` })),
      ),
      ...notes,
    ],
  }
}

function confidence({ primary, background, text }: Palette): number {
  const strength = primary === undefined ? 0 : Math.min(0.9, 0.45 + primary.weight / 25)
  return joinScores([strength, background === undefined ? 0 : 0.15, text === undefined ? 0 : 0.15])
}

/** Shades that people take for one colour speak for one colour, the one most spoken for. */
function groupNear(hints: readonly ColorHint[]): ColorGroup[] {
  const exact = new Map<string, ColorHint[]>()
  for (const hint of hints) exact.set(hint.color, [...(exact.get(hint.color) ?? []), hint])
  const sized = [...exact.values()].map(toGroup).sort(heavierFirst).slice(0, maxColors)
  const groups: ColorGroup[] = []
  for (const group of sized) {
    const index = groups.findIndex(({ color }) => colorDistance(color, group.color) < sameColor)
    const near = groups[index]
    if (near === undefined) groups.push(group)
    else
      groups[index] = {
        color: near.color,
        weight: near.weight + group.weight,
        hints: [...near.hints, ...group.hints],
      }
  }
  return groups.sort(heavierFirst)
}

function toGroup(hints: readonly ColorHint[]): ColorGroup {
  const sorted = [...hints].sort((one, other) => other.weight - one.weight)
  // A hundred small uses are not worth a hundred times one: every further one counts less.
  const weight = sorted.reduce((sum, hint, index) => sum + hint.weight / (1 + index / 6), 0)
  return { color: sorted[0]?.color ?? '#000000', weight, hints: sorted }
}

function heavierFirst(one: ColorGroup, other: ColorGroup): number {
  return other.weight - one.weight
}

function brandColors(groups: readonly ColorGroup[], background: string): Palette {
  const colorful = groups.filter(
    ({ color, weight }) =>
      !isGrey(color) && weight >= 0.4 && colorDistance(color, background) > 0.06,
  )
  const primary = mostFor('primary', colorful) ?? colorful[0] ?? monochrome(groups, background)
  if (primary === undefined) return {}
  const rest = colorful.filter(({ color }) => colorDistance(color, primary.color) > distinctColor)
  const accent = mostFor('accent', rest)
  const others = rest.filter(
    (group) =>
      group !== accent && group.weight >= Math.max(0.8, Math.min(primary.weight * 0.1, 1.8)),
  )
  const secondary =
    mostFor(
      'secondary',
      rest.filter((group) => group !== accent),
    ) ?? others[0]
  const far = others.find(
    ({ color }) => secondary !== undefined && colorDistance(color, secondary.color) > distinctColor,
  )
  const third = accent ?? far
  return {
    primary: choose(primary, 'primary'),
    ...(secondary && { secondary: choose(secondary, 'secondary') }),
    ...(third && { accent: choose(third, 'accent') }),
  }
}

/** The group that is named for the role, as long as it is not a name without use. */
function mostFor(role: ColorRole, groups: readonly ColorGroup[]): ColorGroup | undefined {
  const named = groups.map((group) => ({
    group,
    weight: group.hints
      .filter((hint) => hint.role === role)
      .reduce((sum, hint) => sum + hint.weight, 0),
  }))
  const best = named
    .filter(({ weight }) => weight > 1)
    .sort((one, other) => other.weight - one.weight)[0]
  return best?.group
}

/** A brand without a hue: what its buttons and head are grounded in. */
function monochrome(groups: readonly ColorGroup[], background: string): ColorGroup | undefined {
  return groups.find(({ color, hints }) => {
    const isPlaced = hints.some(
      (hint) =>
        hint.role === 'primary' ||
        (hint.weight >= 1.5 && hint.evidence.snippet.includes('background')),
    )
    return isPlaced && contrast(color, background) >= 3
  })
}

function choose(group: ColorGroup, role: ColorRole): Chosen {
  const named = group.hints.filter((hint) => hint.role === role)
  const sources = new Map(
    [...named, ...group.hints].map((hint) => [hint.evidence.source, hint.evidence]),
  )
  return { color: group.color, weight: group.weight, evidence: [...sources.values()].slice(0, 3) }
}

/** What the page lies on and what it is written in, as the cascade has it. */
function baseColors(used: readonly UsedDeclaration[], groups: readonly ColorGroup[]): Palette {
  const ground =
    lastOf(used, /^background(-color)?$/, /^(body|html|html body|:root)$/) ??
    namedBase('background', groups)
  const ink =
    lastOf(used, /^color$/, /^(body|html|html body|:root)$/) ??
    lastOf(used, /^color$/, /^(p|body p|main|article)$/) ??
    namedBase('text', groups)
  return { ...(ground && { background: ground }), ...(ink && { text: ink }) }
}

function lastOf(
  used: readonly UsedDeclaration[],
  property: RegExp,
  selector: RegExp,
): Chosen | undefined {
  const fitting = used.filter((one) => property.test(one.property) && selector.test(one.selector))
  const last =
    fitting.findLast((one) => !one.isVendor && readColors(one.resolved).length > 0) ??
    fitting.findLast((one) => readColors(one.resolved).length > 0)
  const color = last && (readColor(last.resolved) ?? readColors(last.resolved)[0])
  if (last === undefined || color === undefined) return undefined
  const shown = `${last.selector} { ${last.property}: ${last.value} }`
  return {
    color,
    weight: last.isVendor ? 0.5 : 3,
    evidence: [evidence(last.page, shown, `css ${last.selector}`)],
  }
}

function namedBase(role: 'background' | 'text', groups: readonly ColorGroup[]): Chosen | undefined {
  const group = mostFor(
    role,
    groups.filter(({ color }) => chroma(color) < 0.12),
  )
  return group && choose(group, role)
}

/** Makes text readable on its ground, and says so; warns where the main colour cannot carry text. */
function checkContrast(palette: Palette): Evidence[] {
  const notes: Evidence[] = []
  const { background, text, primary } = palette
  const ground = background?.color ?? '#ffffff'
  const page = (text ?? primary)?.evidence[0]?.page
  if (page === undefined) return notes
  if (text !== undefined && contrast(text.color, ground) < readableContrast) {
    const color = readableOn(text.color, ground, readableContrast)
    const change = lightness(color) < lightness(text.color) ? 'darkened' : 'lightened'
    notes.push(
      evidence(
        page,
        `${text.color} on ${ground} has a contrast of ${ratio(text.color, ground)}; ${change} to ${color} so that it can be read`,
        'text: contrast check',
      ),
    )
    palette.text = { ...text, color }
  }
  if (primary !== undefined && contrast(primary.color, ground) < 3) {
    notes.push(
      evidence(
        page,
        `${primary.color} on ${ground} has a contrast of ${ratio(primary.color, ground)}; use it for areas, not for text`,
        'primary: contrast check',
      ),
    )
  }
  return notes
}

function ratio(one: string, other: string): string {
  return `${contrast(one, other).toFixed(1)}:1`
}
