import type { Decided, NewImport, WebsiteImport } from '@rheos/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import { generations } from '../db/schema.ts'
import { checkAddress, type IsAllowedHost } from '../fetching/check-address.ts'
import { FetchRefusedError } from '../fetching/fetch-refused-error.ts'
import type { GenerationRecord } from '../generation/generation-record.ts'
import type { Generations, Requested } from '../generation/generations.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Storage } from '../storage/storage.ts'
import { acceptedValues } from './accepted-values.ts'
import { originsAfter } from './brand-fields.ts'
import { brandView } from './brand-view.ts'
import { lockBrand, writeBrand } from './brands.ts'
import { parseWebsiteAddress } from './import/website-import.ts'
import {
  type DecidedFinding,
  type Decision,
  decidedFindings,
  loadDecisions,
  rememberDecisions,
} from './import-decisions.ts'
import type { ImportOrder } from './import-result.ts'
import { importView, resultOf } from './import-view.ts'
import { keepLogo } from './keep-logo.ts'
import { loadCompared } from './load-compared.ts'
import { keptOrigins, mergedFinding } from './merged-finding.ts'
import { requireBrand } from './require-brand.ts'

const listMax = 20

interface Who {
  readonly workspaceId: string
  readonly memberId: string
}

/** Readings of websites for brands, and what people decide about what was found. */
export class WebsiteImports {
  readonly #database: Database
  readonly #storage: Storage
  readonly #generations: Generations
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #isAllowedHost: IsAllowedHost

  constructor(options: {
    readonly database: Database
    readonly storage: Storage
    readonly generations: Generations
    readonly clock: Clock
    readonly newId: () => string
    readonly isAllowedHost: IsAllowedHost
  }) {
    this.#database = options.database
    this.#storage = options.storage
    this.#generations = options.generations
    this.#clock = options.clock
    this.#newId = options.newId
    this.#isAllowedHost = options.isAllowedHost
  }

  #checkAddress(url: string): void {
    try {
      checkAddress(url, this.#isAllowedHost)
    } catch (error) {
      if (!(error instanceof FetchRefusedError)) throw error
      throw new Refusal(error.code, error.detail, { charged: 0 })
    }
  }

  /** Refuses what is no web address, or a private one, before anything is set aside. */
  async order(
    who: Who,
    brandId: string,
    body: NewImport,
    idempotencyKey: string,
  ): Promise<Requested> {
    const address = parseWebsiteAddress(body.url)
    if (!address.ok) throw new Refusal(address.code, address.detail, { charged: 0 })
    this.#checkAddress(address.url)
    return this.#generations.request({
      ...who,
      brandId,
      kind: 'import',
      action: 'website.import',
      quantity: 1,
      // As it was typed: without a scheme, reading may fall back from https to http.
      request: { url: body.url } satisfies ImportOrder,
      quote: body.quote,
      idempotencyKey,
      body,
      check: ({ db }) => requireBrand(db, who.workspaceId, brandId),
    })
  }

  async get(workspaceId: string, importId: string): Promise<WebsiteImport> {
    return this.#view(await this.#record(workspaceId, importId))
  }

  /** The latest of a brand, newest first. */
  async list(workspaceId: string, brandId: string): Promise<WebsiteImport[]> {
    const { db } = this.#database
    const compared = await loadCompared(db, workspaceId, brandId)
    if (compared === undefined) throw notFound('brand')
    const records = await db
      .select()
      .from(generations)
      .where(
        and(
          eq(generations.workspaceId, workspaceId),
          eq(generations.kind, 'import'),
          eq(generations.brandId, brandId),
        ),
      )
      .orderBy(desc(generations.createdAt), desc(generations.id))
      .limit(listMax)
    const decisions = await loadDecisions(db, records)
    return records.map((record) => importView(record, decisions(record.id), compared))
  }

  async cancel(workspaceId: string, importId: string): Promise<WebsiteImport> {
    await this.#record(workspaceId, importId)
    const record = await this.#generations.cancel(workspaceId, importId)
    if (record === undefined) throw notFound('import')
    return this.#view(record)
  }

  /** The picture of a logo candidate. */
  async logo(
    workspaceId: string,
    importId: string,
    index: number,
  ): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
    const record = await this.#record(workspaceId, importId)
    const finding = resultOf(record)?.findings.find(({ field }) => field === 'logo')
    const logo = finding?.field === 'logo' ? finding.value[index] : undefined
    const bytes = logo && (await this.#storage.get(logo.key))
    if (logo === undefined || bytes === undefined) throw notFound('picture')
    return { bytes, mediaType: logo.mediaType }
  }

  /** Writes what is accepted into the brand and remembers every decision, in one transaction. */
  async decide(who: Who, importId: string, decisions: readonly Decision[]): Promise<Decided> {
    const record = await this.#record(who.workspaceId, importId)
    const chosen = decidedFindings(record, decisions)
    const brand = await this.#database.transaction(async (tx) => {
      const present = await lockBrand(tx, who.workspaceId, record.brandId ?? '')
      await rememberDecisions(tx, record, decisions, this.#clock())
      const accepted = chosen.filter(({ decision }) => decision.accept)
      if (accepted.length === 0) return present
      const logo = accepted.find(({ finding }) => finding.field === 'logo')
      const address = present.website === null ? resultOf(record)?.address : undefined
      const values = {
        ...(address !== undefined && { website: address }),
        ...acceptedValues(
          present,
          accepted.map((decided) => mergedFinding(present, decided)),
          logo && (await this.#keepLogo(tx, who, record, logo)),
        ),
      }
      return writeBrand(tx, present, {
        ...values,
        origins: { ...originsAfter(present, values, 'import'), ...keptOrigins(present, accepted) },
        updatedAt: this.#clock(),
      })
    })
    return { brand: brandView(brand), import: await this.get(who.workspaceId, importId) }
  }

  async #keepLogo(
    tx: Transaction,
    who: Who,
    record: GenerationRecord,
    { finding, decision }: DecidedFinding,
  ): Promise<string> {
    const logo = finding.field === 'logo' ? finding.value[decision.choice ?? 0] : undefined
    if (logo === undefined) {
      throw new Refusal(
        'invalid_request',
        'There is no logo with this number: choose one of those found.',
      )
    }
    return keepLogo(tx, logo, {
      workspaceId: who.workspaceId,
      id: this.#newId(),
      brandId: record.brandId,
      generationId: record.id,
      createdBy: who.memberId,
      createdAt: this.#clock(),
    })
  }

  async #record(workspaceId: string, importId: string): Promise<GenerationRecord> {
    const record = await this.#generations.get(workspaceId, importId)
    if (record?.kind !== 'import') throw notFound('import')
    return record
  }

  async #view(record: GenerationRecord): Promise<WebsiteImport> {
    const { db } = this.#database
    const [compared, decisions] = await Promise.all([
      loadCompared(db, record.workspaceId, record.brandId ?? ''),
      loadDecisions(db, [record]),
    ])
    return importView(record, decisions(record.id), compared)
  }
}
