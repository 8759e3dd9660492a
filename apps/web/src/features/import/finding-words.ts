import type { BrandField, Finding, WebsiteImport } from '@rheos/contract'

export const fieldLabels: Readonly<Record<BrandField, string>> = {
  name: 'Name',
  website: 'Website',
  description: 'Description',
  language: 'Language',
  logo: 'Logo',
  colors: 'Colours',
  fonts: 'Fonts',
  tone: 'Tone of voice',
  audience: 'Audience',
  themes: 'Themes',
  identity: 'Identity document',
}

export const comparisonLabels: Readonly<Record<Finding['comparison'], string>> = {
  new: 'New',
  same: 'Same as now',
  differs: 'Differs from now',
  hand_edited: 'You edited this by hand',
}

export function confidenceText(confidence: number): string {
  if (confidence >= 0.8) return 'Clearly stated'
  return confidence >= 0.5 ? 'Likely' : 'A guess, look closely'
}

/** `https://www.harbour.example/about/` as people say it: `harbour.example/about`. */
export function pageText(url: string): string {
  try {
    const { hostname, pathname } = new URL(url)
    return `${hostname.replace(/^www\./, '')}${decodeURI(pathname).replace(/\/$/, '')}`
  } catch {
    return url
  }
}

/** Where on its page something was found, without the words of those who build pages. */
export function sourceText(source: string): string {
  return source
    .replace(/^h[1-6]$/, 'heading')
    .replace(/^html lang$/, 'stated language')
    .replace(/(^|: )css /, '$1style of ')
}

export function isReviewed(read: WebsiteImport): boolean {
  return read.findings.every((finding) => finding.decision !== null)
}

/**
 * What "accept all" takes: everything undecided that is worth taking. What a person wrote by hand
 * is never replaced by a sweep, only when asked for by itself.
 */
export function sweepOf(read: WebsiteImport): readonly Finding[] {
  return read.findings.filter(
    (finding) => finding.decision === null && finding.comparison !== 'hand_edited',
  )
}

/** What a failed or cancelled run cost, from the ledger's own figures. */
export function chargeText(credits: { readonly spent: number }): string {
  if (credits.spent === 0) return 'Nothing was charged.'
  return `${credits.spent} ${credits.spent === 1 ? 'credit was' : 'credits were'} charged.`
}
