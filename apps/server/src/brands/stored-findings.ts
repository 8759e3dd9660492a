import type { Evidence } from '@rheos/contract'
import type { Finding, WebsiteFindings } from './import/website-import.ts'
import type { StoredFinding, StoredLogo } from './import-result.ts'

/** The bounds that a person's own edits have too. */
const nameMax = 80
const descriptionMax = 1000
const identityMax = 20_000
const linesMax = 12
const lineMax = 200
const evidenceMax = 6
const snippetMax = 300

/** What was read, as it is kept: within the bounds of a brand, each field with its evidence. */
export function storedFindings(
  read: WebsiteFindings,
  logos: readonly StoredLogo[],
): StoredFinding[] {
  const findings = read.findings.flatMap((finding) => storedFinding(finding, logos) ?? [])
  return read.identity === '' ? findings : [...findings, identityFinding(read)]
}

function storedFinding(finding: Finding, logos: readonly StoredLogo[]): StoredFinding | undefined {
  const found = {
    confidence: finding.confidence,
    evidence: finding.evidence.slice(0, evidenceMax).map(shortened),
  }
  switch (finding.field) {
    case 'name':
      return { field: finding.field, value: cut(finding.value, nameMax), ...found }
    case 'description':
      return { field: finding.field, value: cut(finding.value, descriptionMax), ...found }
    case 'language':
      return { field: finding.field, value: cut(finding.value, 35), ...found }
    case 'tone':
    case 'audience':
    case 'themes':
      return { field: finding.field, value: linesFrom(finding.value), ...found }
    case 'colors':
      return { field: finding.field, value: { ...finding.value }, ...found }
    case 'fonts':
      return { field: finding.field, value: { ...finding.value }, ...found }
    case 'logo':
      return logoFinding(finding, logos, found)
  }
}

function logoFinding(
  finding: Extract<Finding, { field: 'logo' }>,
  logos: readonly StoredLogo[],
  found: Pick<StoredFinding, 'confidence' | 'evidence'>,
): StoredFinding | undefined {
  if (logos.length === 0) return undefined
  const value = logos.map((logo, index) => ({
    ...logo,
    source: finding.value[index]?.source ?? logo.source,
  }))
  return { field: 'logo', value, ...found }
}

function identityFinding(read: WebsiteFindings): StoredFinding {
  const pages = read.pages.slice(0, evidenceMax)
  return {
    field: 'identity',
    value: cut(read.identity, identityMax),
    confidence: Math.min(1, ...read.findings.map((finding) => finding.confidence)),
    evidence: pages.map(({ url, title }) => ({ page: url, snippet: title, source: 'page' })),
  }
}

function linesFrom(lines: readonly string[]): string[] {
  return lines.slice(0, linesMax).map((line) => cut(line, lineMax))
}

function shortened(evidence: Evidence): Evidence {
  return { ...evidence, snippet: cut(evidence.snippet, snippetMax) }
}

/** Cut between characters, never inside one. */
function cut(text: string, max: number): string {
  const trimmed = text.trim()
  if (trimmed.length <= max) return trimmed
  return `${trimmed.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
