import { setImmediate as breathe } from 'node:timers/promises'
import type { GuardedFetch } from '../../fetching/guarded-fetch.ts'
import type { ChoiceModel } from '../../models/choice-model.ts'
import { composeIdentity } from './compose-identity.ts'
import type { Candidate, Finding, WebsiteFindings } from './finding.ts'
import { findAudience } from './findings/find-audience.ts'
import { findColors } from './findings/find-colors.ts'
import { findDescription } from './findings/find-description.ts'
import { findFonts } from './findings/find-fonts.ts'
import { findLanguage } from './findings/find-language.ts'
import { findLogos, logoCandidate, logoFiles } from './findings/find-logo.ts'
import { findName } from './findings/find-name.ts'
import { findThemes } from './findings/find-themes.ts'
import { findTone } from './findings/find-tone.ts'
import { roundScore } from './findings/text-evidence.ts'
import { ImportFailedError } from './import-failed-error.ts'
import { proseText, readProse } from './site/prose.ts'
import { type ImportStep, readSite } from './site/read-site.ts'
import type { Site } from './site/site.ts'
import { SiteReader } from './site/site-reader.ts'
import { usedDeclarations } from './site/used-styles.ts'
import { parseWebsiteAddress } from './website-address.ts'

export type { Finding, LogoFile, WebsiteFindings } from './finding.ts'
export { ImportFailedError } from './import-failed-error.ts'
export type { ImportStep } from './site/read-site.ts'
export { parseWebsiteAddress } from './website-address.ts'

type Chooser = Pick<ChoiceModel, 'choose'>

export interface ImportTools {
  readonly fetch: GuardedFetch
  readonly signal: AbortSignal
  readonly onProgress?: (step: ImportStep) => void
  /** Chooses among what was found, and never makes up anything. */
  readonly choose?: Chooser
}

/** After this nothing more is asked of the site; what was read by then is used. */
const readingMs = 45_000
const choosingMs = 10_000
/** Values this far behind the best one are no alternatives. */
const alternativeShare = 0.4

/**
 * Reads a brand from its website. Throws an {@link ImportFailedError} when the home page cannot be
 * read or says too little, and the signal's reason when it was aborted.
 */
export async function importWebsite(address: string, tools: ImportTools): Promise<WebsiteFindings> {
  const parsed = parseWebsiteAddress(address)
  if (!parsed.ok) throw new ImportFailedError(parsed.code, parsed.detail)
  // Who leaves the scheme out means the site, whichever way it is served.
  const addresses = parsed.schemeGiven
    ? [parsed.url]
    : [parsed.url, parsed.url.replace(/^https:/, 'http:')]
  const deadline = AbortSignal.any([tools.signal, AbortSignal.timeout(readingMs)])
  const reader = new SiteReader(tools.fetch, deadline)
  const onProgress = tools.onProgress ?? (() => undefined)
  try {
    const site = await readSite(addresses, { reader, signal: deadline, onProgress })
    return await conclude(site, reader, { ...tools, onProgress })
  } catch (error) {
    tools.signal.throwIfAborted()
    if (deadline.aborted && !(error instanceof ImportFailedError)) throw tookTooLong(error)
    throw error
  }
}

async function conclude(
  site: Site,
  reader: SiteReader,
  tools: ImportTools & { onProgress: (step: ImportStep) => void },
): Promise<WebsiteFindings> {
  const name = await choice('Which of these is the name of the brand?', findName(site), tools)
  tools.onProgress({ kind: 'looking', at: 'pictures' })
  const logos = await findLogos(site, name?.value, reader)
  tools.onProgress({ kind: 'looking', at: 'text' })
  const description = await choice(
    'Which of these best describes the brand?',
    findDescription(site, name?.value),
    tools,
  )
  tools.signal.throwIfAborted()
  const used = usedDeclarations(site)
  // The server does other things too; what follows computes without waiting for anything.
  await breathe()
  const prose = readProse(site)
  const findings = [
    ...finding('name', name),
    ...finding('description', description),
    ...finding('language', withAlternatives(findLanguage(site))),
    ...finding('logo', logoCandidate(logos)),
    ...finding('colors', findColors(site, used, logos)),
    ...finding('fonts', findFonts(site, used)),
    ...finding('tone', findTone(prose)),
    ...finding('audience', findAudience(site, prose)),
    ...finding('themes', findThemes(site, name?.value)),
  ]
  assertEnough(findings)
  return {
    address: site.address,
    pages: site.pages.map(({ url, title, kind }) => ({ url, title, kind })),
    findings,
    identity: composeIdentity(findings),
    text: proseText(site, prose),
    files: logoFiles(logos),
  }
}

interface Choice<V> extends Candidate<V> {
  readonly alternatives?: readonly V[]
}

function finding<F extends Finding['field']>(
  field: F,
  found: Choice<Extract<Finding, { field: F }>['value']> | undefined,
): Finding[] {
  if (found === undefined || found.evidence.length === 0) return []
  const { value, score, evidence, alternatives } = found
  const entry = {
    field,
    value,
    confidence: roundScore(score),
    evidence,
    ...(alternatives && { alternatives }),
  }
  // The pair of field and value is checked by the signature; the union cannot see it.
  return [entry as unknown as Finding]
}

function withAlternatives<V>(
  candidates: readonly Candidate<V>[],
  index = 0,
): Choice<V> | undefined {
  const chosen = candidates[index]
  if (chosen === undefined) return undefined
  const near = candidates.filter(({ score }) => score >= chosen.score * alternativeShare)
  const others = [...new Set(near.map(({ value }) => value))].filter((one) => one !== chosen.value)
  return others.length === 0 ? chosen : { ...chosen, alternatives: others.slice(0, 4) }
}

/** The best candidate; a model may prefer another of them, and is not heard when it says anything else. */
async function choice(
  question: string,
  candidates: readonly Candidate<string>[],
  { choose, signal }: ImportTools,
): Promise<Choice<string> | undefined> {
  const open = candidates.slice(0, 6)
  if (choose === undefined || open.length < 2) return withAlternatives(candidates)
  const index = await ask(
    choose,
    question,
    open.map(({ value }) => value),
    signal,
  )
  const isChoice =
    index !== undefined && Number.isInteger(index) && index >= 0 && index < open.length
  return withAlternatives(candidates, isChoice ? index : 0)
}

async function ask(
  model: Chooser,
  question: string,
  candidates: readonly string[],
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    return await model.choose({
      question,
      candidates,
      signal: AbortSignal.any([signal, AbortSignal.timeout(choosingMs)]),
    })
  } catch {
    // The import does without a model that is away; only the caller's own wish ends it.
    signal.throwIfAborted()
    return undefined
  }
}

/** A name that the pages themselves give, and something beside it: less is not worth paying for. */
function assertEnough(findings: readonly Finding[]): void {
  const name = findings.find(({ field }) => field === 'name')
  const isRead = name?.evidence.some(({ source }) => source !== 'address') === true
  if (isRead && findings.length >= 2) return
  throw new ImportFailedError(
    'nothing_found',
    'The page could be read but says too little about a brand; give the address of the home page or fill the brand in by hand.',
  )
}

function tookTooLong(cause: unknown): ImportFailedError {
  return new ImportFailedError(
    'site_unreachable',
    'The site took too long to answer; try again later.',
    { cause },
  )
}
