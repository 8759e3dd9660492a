import type { BrandRecord } from './brand-view.ts'
import type { DecidedFinding } from './import-decisions.ts'
import type { StoredFinding } from './import-result.ts'

const linesMax = 12

/** What is taken of a finding: with `merge`, a list is what is there and after it what is new. */
export function mergedFinding(
  brand: BrandRecord,
  { decision, finding }: DecidedFinding,
): StoredFinding {
  if (decision.merge !== true || !isList(finding)) return finding
  const present = brand[finding.field]
  const known = new Set(present.map(keyOf))
  const added = finding.value.filter((line) => !known.has(keyOf(line)))
  return { ...finding, value: [...present, ...added].slice(0, linesMax) }
}

/** A list of a person's that is added to stays theirs. */
export function keptOrigins(
  brand: BrandRecord,
  accepted: readonly DecidedFinding[],
): BrandRecord['origins'] {
  return Object.fromEntries(
    accepted
      .filter(({ decision, finding }) => decision.merge === true && isList(finding))
      .filter(({ finding }) => brand.origins[finding.field] === 'hand')
      .map(({ finding }) => [finding.field, 'hand' as const]),
  )
}

function isList(
  finding: StoredFinding,
): finding is Extract<StoredFinding, { field: 'tone' | 'audience' | 'themes' }> {
  return finding.field === 'tone' || finding.field === 'audience' || finding.field === 'themes'
}

function keyOf(line: string): string {
  return line.trim().toLowerCase()
}
