import type { Finding, WebsiteImport } from '@rheos/contract'
import { isoInstant } from '../clock.ts'
import { creditsView, errorView } from '../generation/ending-view.ts'
import type { GenerationRecord } from '../generation/generation-record.ts'
import { contentUrl } from '../library/asset-view.ts'
import { fieldValue, isEmpty, sameValue } from './brand-fields.ts'
import type { BrandRecord } from './brand-view.ts'
import {
  type ImportResult,
  importOrderSchema,
  importResultSchema,
  pagesProgressSchema,
  type StoredFinding,
  type StoredLogo,
} from './import-result.ts'

/** The brand that an import is compared with, and where its logo's original lies. */
export interface Compared {
  readonly brand: BrandRecord
  readonly logoKey: string | null
}

type Decisions = ReadonlyMap<string, Finding['decision']>

/** An import as people see it. How its findings compare is told from the brand as it stands now. */
export function importView(
  record: GenerationRecord,
  decisions: Decisions,
  compared: Compared | undefined,
): WebsiteImport {
  const result = resultOf(record)
  const error = errorView(record)
  return {
    id: record.id,
    brandId: record.brandId ?? '',
    url: result?.address ?? importOrderSchema.parse(record.request).url,
    status: record.status,
    pages: result?.pages.map((page) => ({ ...page, state: 'read' })) ?? pagesSoFar(record),
    message: messageOf(record, result),
    findings:
      result?.findings.map((finding) => findingView(record, finding, decisions, compared)) ?? [],
    credits: creditsView(record),
    ...(error && { error }),
    createdAt: isoInstant(record.createdAt),
    endedAt: record.endedAt === null ? null : isoInstant(record.endedAt),
  }
}

/** What was found; undefined until it is paid. */
export function resultOf(record: GenerationRecord): ImportResult | undefined {
  return record.status === 'succeeded' ? importResultSchema.parse(record.result) : undefined
}

function pagesSoFar(record: GenerationRecord): WebsiteImport['pages'] {
  const pages = pagesProgressSchema.safeParse(record.progress?.detail)
  return pages.success ? pages.data : []
}

function messageOf(record: GenerationRecord, result: ImportResult | undefined): string {
  switch (record.status) {
    case 'queued':
      return 'Waiting to start'
    case 'running':
      return record.progress?.message ?? 'Opening the website'
    case 'succeeded':
      return result?.pages.length === 1 ? '1 page read' : `${result?.pages.length ?? 0} pages read`
    case 'failed':
    case 'cancelled':
      return record.errorDetail ?? 'Stopped'
  }
}

function findingView(
  record: GenerationRecord,
  finding: StoredFinding,
  decisions: Decisions,
  compared: Compared | undefined,
): Finding {
  const { confidence, evidence } = finding
  const comparison = compare(finding, compared)
  const decision = decisions.get(finding.field) ?? null
  const base = { confidence, evidence, comparison, decision }
  const current = compared && currentOf(compared.brand, finding)
  if (finding.field === 'logo') {
    const value = finding.value.map((logo, index) => logoView(record, logo, index))
    return { field: 'logo', value, current: logoUrl(compared), ...base }
  }
  // Each field's value and what the brand has for it are of one type, which the union cannot say.
  return {
    field: finding.field,
    value: finding.value,
    current: current ?? null,
    ...base,
  } as Finding
}

function compare(finding: StoredFinding, compared: Compared | undefined): Finding['comparison'] {
  if (compared === undefined) return 'new'
  const { brand } = compared
  const { field } = finding
  if (isEmpty(fieldValue(brand, field))) return 'new'
  const same =
    finding.field === 'logo'
      ? sameLogo(finding.value[0], compared.logoKey)
      : sameValue(fieldValue(brand, field), finding.value)
  if (same) return 'same'
  const origin = brand.origins[field]
  // The name that a new brand begins with is nothing to differ from; the address it was given is.
  if (origin === undefined) return field === 'website' ? 'differs' : 'new'
  return origin === 'hand' ? 'hand_edited' : 'differs'
}

function sameLogo(found: StoredLogo | undefined, currentKey: string | null): boolean {
  const digest = (key: string) => key.slice(key.lastIndexOf('-') + 1)
  return found !== undefined && currentKey !== null && digest(found.key) === digest(currentKey)
}

function currentOf(brand: BrandRecord, finding: StoredFinding): unknown {
  const value = fieldValue(brand, finding.field)
  return isEmpty(value) ? null : value
}

function logoUrl(compared: Compared | undefined): string | null {
  if (compared === undefined || compared.brand.logoAssetId === null) return null
  return contentUrl(compared.brand.workspaceId, compared.brand.logoAssetId)
}

function logoView(record: GenerationRecord, logo: StoredLogo, index: number) {
  const workspace = encodeURIComponent(record.workspaceId)
  return {
    url: `/api/v1/workspaces/${workspace}/imports/${encodeURIComponent(record.id)}/logos/${index}`,
    width: logo.width,
    height: logo.height,
    source: logo.source,
  }
}
