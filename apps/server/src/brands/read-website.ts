import { createHash } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Transaction } from '../db/database.ts'
import { storableJson } from '../db/storable-text.ts'
import type { GuardedFetch } from '../fetching/guarded-fetch.ts'
import {
  type Delivery,
  GenerationFailure,
  type GenerationKind,
  type Order,
  type Work,
} from '../generation/generation-kind.ts'
import type { ChoiceModel } from '../models/choice-model.ts'
import type { Storage } from '../storage/storage.ts'
import {
  ImportFailedError,
  importWebsite,
  type LogoFile,
  type WebsiteFindings,
} from './import/website-import.ts'
import { importProgress } from './import-progress.ts'
import { type ImportResult, importOrderSchema, type StoredLogo } from './import-result.ts'
import { loadCompared } from './load-compared.ts'
import { cleanText } from './sources/clean-text.ts'
import { replaceWebsite } from './sources/keep-source.ts'
import { storedFindings } from './stored-findings.ts'
import { websiteFinding } from './website-finding.ts'

interface Reader {
  readonly clock: Clock
  readonly storage: Storage
  readonly fetch: GuardedFetch
  readonly choose?: ChoiceModel | undefined
}

/** Reads a website for a brand. What was found is kept with the generation until a person decides. */
export function readWebsite(reader: Reader): GenerationKind {
  return {
    kind: 'import',
    generate: async (order, work) => {
      const { url } = importOrderSchema.parse(order.request)
      const read = await readOrFail(reader, url, work)
      const logos = await storeLogos(reader.storage, order, read.files)
      return delivery(reader, order, read, logos)
    },
  }
}

async function readOrFail(reader: Reader, url: string, work: Work): Promise<WebsiteFindings> {
  const { fetch, choose } = reader
  const { signal } = work
  const onProgress = importProgress((progress, pages) => work.progress(progress, pages))
  try {
    return await importWebsite(url, { fetch, signal, onProgress, ...(choose && { choose }) })
  } catch (error) {
    if (!(error instanceof ImportFailedError)) throw error
    throw new GenerationFailure(error.code, error.detail, { cause: error })
  }
}

/** The digest in the key tells two readings of one logo from two logos. */
async function storeLogos(
  storage: Storage,
  order: Order,
  files: readonly LogoFile[],
): Promise<StoredLogo[]> {
  return Promise.all(
    files.map(async (file, index) => {
      const digest = createHash('sha256').update(file.bytes).digest('hex')
      const key = `${order.workspaceId}/imports/${order.id}/${index}-${digest}`
      await storage.put(key, file.bytes)
      const { mediaType, width, height } = file
      return { key, mediaType, width, height, bytes: file.bytes.byteLength, source: file.url }
    }),
  )
}

/** Without a model that chooses, a website is read by rules alone. */
const byRules = { provider: 'builtin', model: 'rules' } as const

/** What the website says becomes a source of its brand, unless the brand went meanwhile. */
async function keepText(
  tx: Transaction,
  { clock }: Reader,
  order: Order,
  read: WebsiteFindings,
): Promise<void> {
  const text = cleanText(read.text)
  if (order.brandId === undefined || text === '') return
  const { workspaceId, brandId } = order
  await replaceWebsite(tx, {
    workspaceId,
    id: order.id,
    brandId,
    kind: 'website',
    title: new URL(read.address).hostname.replace(/^www\./, ''),
    address: read.address,
    text,
    pages: read.pages.length,
    createdBy: order.memberId,
    at: clock(),
  })
}

async function websiteOf(
  tx: Transaction,
  { workspaceId, brandId = '' }: Order,
): Promise<string | null> {
  return (await loadCompared(tx.db, workspaceId, brandId))?.brand.website ?? null
}

function delivery(
  reader: Reader,
  order: Order,
  read: WebsiteFindings,
  logos: readonly StoredLogo[],
): Delivery {
  const { storage, choose } = reader
  const { provider, model } = choose ?? byRules
  return {
    delivered: order.quantity,
    madeBy: [{ provider, model, units: order.quantity }],
    keep: async (tx) => {
      await keepText(tx, reader, order, read)
      const { url } = importOrderSchema.parse(order.request)
      const present = await websiteOf(tx, order)
      return storableJson<ImportResult>({
        address: read.address,
        pages: read.pages.map(({ url, title }) => ({ url, title })),
        findings: [...websiteFinding(read, url, present), ...storedFindings(read, logos)],
      })
    },
    discard: async () => {
      await Promise.all(logos.map((logo) => storage.delete(logo.key)))
    },
  }
}
