import {
  type BrandCheck,
  type BrandCheckPart,
  type BrandFinding,
  brandCheckParts,
  type NewBrandCheck,
} from '@rheos/contract'
import { avoidedPhrases } from './avoided-phrases.ts'
import { bannedWord } from './banned-word.ts'
import type { Checked, CheckedBrand, Rule } from './checked.ts'
import { competingCallsToAction } from './competing-calls-to-action.ts'
import { lowContrast } from './low-contrast.ts'
import { missingAudience } from './missing-audience.ts'
import { missingTheme } from './missing-theme.ts'
import { offTone } from './off-tone/off-tone.ts'
import { sentencesOf } from './sentences.ts'
import { saysTone, toneWishes } from './tone-wish.ts'
import { tooLong } from './too-long.ts'
import { unsupportedClaim } from './unsupported-claim.ts'
import { wrongLanguage } from './wrong-language.ts'

const rules: readonly Rule[] = [
  wrongLanguage,
  bannedWord,
  offTone,
  unsupportedClaim,
  tooLong,
  competingCallsToAction,
  missingTheme,
  missingAudience,
  lowContrast,
]
const severities = ['high', 'medium', 'low'] as const

/**
 * How well a text fits its brand: 100 less what each finding takes, and why. A brand that says next to
 * nothing fits every text, so there is a score only where it says most of what is looked at.
 */
export function checkText(brand: CheckedBrand, asked: NewBrandCheck): BrandCheck {
  const checked = checkedOf(brand, asked)
  const isNothing = checked.text.trim() === '' && checked.colors.length === 0
  const findings = isNothing ? [] : rules.flatMap((rule) => rule(checked))
  const unknown = unknownOf(checked)
  const isJudged = !isNothing && unknown.length * 2 < brandCheckParts.length
  const points = findings.reduce((sum, finding) => sum + finding.points, 0)
  return {
    score: isJudged ? Math.max(0, 100 - points) : null,
    findings: findings.sort(bySeverity).map((finding) => forNetwork(finding, asked.network)),
    unknown,
  }
}

function checkedOf(brand: CheckedBrand, { text, network, colors = [] }: NewBrandCheck): Checked {
  const sentences = sentencesOf(text)
  return {
    text,
    words: sentences.reduce((sum, { words }) => sum + words, 0),
    sentences,
    brand,
    avoided: avoidedPhrases(brand),
    tone: toneWishes(brand),
    network,
    colors,
  }
}

function bySeverity(one: BrandFinding, other: BrandFinding): number {
  return severities.indexOf(one.severity) - severities.indexOf(other.severity)
}

/** A rewrite is to fit where the text will stand. */
function forNetwork(finding: BrandFinding, network: string | undefined): BrandFinding {
  if (finding.rewrite === null || !network) return finding
  return { ...finding, rewrite: `${finding.rewrite} It is for ${network}.` }
}

function unknownOf({ brand, avoided }: Checked): BrandCheck['unknown'] {
  const said: Readonly<Record<BrandCheckPart, boolean>> = {
    tone: saysTone(brand),
    themes: brand.themes.length > 0,
    audience: brand.audience.length > 0,
    language: brand.language !== '',
    words: avoided.length > 0,
  }
  return brandCheckParts.filter((part) => !said[part])
}
