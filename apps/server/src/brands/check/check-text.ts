import type { BrandCheck, BrandFinding, NewBrandCheck } from '@rheos/contract'
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

/** How well a text fits its brand: 100 less what each finding takes, and why. */
export function checkText(brand: CheckedBrand, asked: NewBrandCheck): BrandCheck {
  const checked = checkedOf(brand, asked)
  const isNothing = checked.text.trim() === '' && checked.colors.length === 0
  const findings = isNothing ? [] : rules.flatMap((rule) => rule(checked))
  const points = findings.reduce((sum, finding) => sum + finding.points, 0)
  return {
    score: isNothing ? null : Math.max(0, 100 - points),
    findings: findings.sort(bySeverity).map((finding) => forNetwork(finding, asked.network)),
    unknown: unknownOf(checked),
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
  const said = {
    tone: saysTone(brand),
    themes: brand.themes.length > 0,
    audience: brand.audience.length > 0,
    language: brand.language !== '',
    words: avoided.length > 0,
  } as const
  return (Object.keys(said) as (keyof typeof said)[]).filter((part) => !said[part])
}
