import {
  type BrandSource,
  type BrandSourceChange,
  type BrandSourceText,
  type NewTextSource,
  sourceTextMax,
} from '@rheos/contract'
import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Clock } from '../../clock.ts'
import { brandSources } from '../../db/brand-source-tables.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { members } from '../../db/schema.ts'
import { cleanFileName } from '../../library/file-name.ts'
import { Turns } from '../../library/turns.ts'
import { notFound, Refusal } from '../../refusal.ts'
import { lockBrand } from '../brands.ts'
import { requireBrand } from '../require-brand.ts'
import { cleanText, cleanTitle } from './clean-text.ts'
import { DocumentError, documentProblems } from './documents/document-problem.ts'
import { readDocumentApart } from './documents/document-reader.ts'
import { keepSource, type NewSource } from './keep-source.ts'
import { sourceColumns, sourceView } from './source-view.ts'

const sourcesMax = 50
const titleMax = 120
const readingMs = 20_000
/** Documents read at once: each may take a processor and some hundred megabytes. */
const readingMax = 2

interface Who {
  readonly workspaceId: string
  readonly memberId: string
}

/** What a brand was told of in documents, pasted text and websites. */
export class BrandSources {
  readonly #database: Database
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #reading = new Turns(readingMax)

  constructor(options: {
    readonly database: Database
    readonly clock: Clock
    readonly newId: () => string
  }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#newId = options.newId
  }

  /** Newest first. */
  async list(workspaceId: string, brandId: string): Promise<BrandSource[]> {
    await requireBrand(this.#database.db, workspaceId, brandId)
    const found = await this.#select(
      and(
        eq(brandSources.workspaceId, workspaceId),
        eq(brandSources.brandId, brandId),
        isNull(brandSources.deletedAt),
      ),
    )
    return found.map(({ addedBy, ...source }) => sourceView(source, addedBy ?? ''))
  }

  async read(workspaceId: string, sourceId: string): Promise<BrandSourceText> {
    const source = await this.#get(workspaceId, sourceId)
    const [found] = await this.#database.db
      .select({ text: brandSources.text })
      .from(brandSources)
      .where(thisSource(workspaceId, sourceId))
    if (found === undefined) throw notFound('source')
    return { source, text: found.text }
  }

  async addText(who: Who, brandId: string, given: NewTextSource): Promise<BrandSource> {
    const text = cleanText(given.text)
    if (text === '') throw new Refusal('invalid_request', 'There is no text in this: paste some.')
    return this.#add(who, brandId, {
      kind: 'text',
      title: cleanTitle(given.title ?? '') || titleFrom(text),
      text,
    })
  }

  /** Reads an uploaded document. Its text is kept, the file is not. */
  async addDocument(
    who: Who,
    brandId: string,
    file: { readonly bytes: Uint8Array; readonly fileName: string },
  ): Promise<BrandSource> {
    // Asked before the document is read, which takes a while; counted again when it is kept.
    await requireBrand(this.#database.db, who.workspaceId, brandId)
    const read = await this.#reading.take(() => textOf(file.bytes))
    const fileName = cleanTitle(cleanFileName(file.fileName) ?? '') || null
    return this.#add(who, brandId, {
      kind: 'document',
      title: (fileName?.replace(/\.[a-z0-9]{1,8}$/i, '') || titleFrom(read.text)).slice(
        0,
        titleMax,
      ),
      text: read.text,
      fileName,
      pages: read.pages,
    })
  }

  async change(
    workspaceId: string,
    sourceId: string,
    change: BrandSourceChange,
  ): Promise<BrandSource> {
    const title = cleanTitle(change.title)
    if (title === '')
      throw new Refusal('invalid_request', 'A source needs a title that can be seen.')
    await this.#database.db
      .update(brandSources)
      .set({ title, updatedAt: this.#clock() })
      .where(and(thisSource(workspaceId, sourceId), isNull(brandSources.deletedAt)))
    return this.#get(workspaceId, sourceId)
  }

  /** Can be undone by {@link restore}. */
  async delete(workspaceId: string, sourceId: string): Promise<void> {
    const deleted = await this.#database.db
      .update(brandSources)
      .set({ deletedAt: this.#clock() })
      .where(and(thisSource(workspaceId, sourceId), isNull(brandSources.deletedAt)))
      .returning({ id: brandSources.id })
    if (deleted.length === 0) throw notFound('source')
  }

  async restore(workspaceId: string, sourceId: string): Promise<BrandSource> {
    await this.#database.transaction(async (tx) => {
      const [deleted] = await tx.db
        .select({ brandId: brandSources.brandId })
        .from(brandSources)
        .where(and(thisSource(workspaceId, sourceId), isNotNull(brandSources.deletedAt)))
      if (deleted === undefined) return
      await assertRoom(tx, workspaceId, deleted.brandId)
      await tx.db
        .update(brandSources)
        .set({ deletedAt: null })
        .where(thisSource(workspaceId, sourceId))
    })
    return this.#get(workspaceId, sourceId)
  }

  async #add(
    who: Who,
    brandId: string,
    given: Pick<NewSource, 'kind' | 'title' | 'text' | 'fileName' | 'pages'>,
  ): Promise<BrandSource> {
    const id = this.#newId()
    const { workspaceId, memberId } = who
    await this.#database.transaction(async (tx) => {
      await assertRoom(tx, workspaceId, brandId)
      await keepSource(tx, {
        ...given,
        workspaceId,
        id,
        brandId,
        createdBy: memberId,
        at: this.#clock(),
      })
    })
    return this.#get(workspaceId, id)
  }

  async #get(workspaceId: string, sourceId: string): Promise<BrandSource> {
    const [found] = await this.#select(
      and(thisSource(workspaceId, sourceId), isNull(brandSources.deletedAt)),
    )
    if (found === undefined) throw notFound('source')
    const { addedBy, ...source } = found
    return sourceView(source, addedBy ?? '')
  }

  #select(where: ReturnType<typeof and>) {
    return this.#database.db
      .select({ ...sourceColumns, addedBy: members.name })
      .from(brandSources)
      .leftJoin(
        members,
        and(
          eq(members.workspaceId, brandSources.workspaceId),
          eq(members.userId, brandSources.createdBy),
        ),
      )
      .where(where)
      .orderBy(desc(brandSources.createdAt), desc(brandSources.id))
  }
}

function thisSource(workspaceId: string, sourceId: string) {
  return and(eq(brandSources.workspaceId, workspaceId), eq(brandSources.id, sourceId))
}

/** The brand's row is locked, so that sources added at once are counted one after the other. */
async function assertRoom(tx: Transaction, workspaceId: string, brandId: string): Promise<void> {
  await lockBrand(tx, workspaceId, brandId)
  const [present] = await tx.db
    .select({ number: count() })
    .from(brandSources)
    .where(
      and(
        eq(brandSources.workspaceId, workspaceId),
        eq(brandSources.brandId, brandId),
        isNull(brandSources.deletedAt),
      ),
    )
  if ((present?.number ?? 0) < sourcesMax) return
  throw new Refusal(
    'conflict',
    `A brand keeps up to ${sourcesMax} sources. Remove one that is no longer needed, then add this.`,
  )
}

async function textOf(bytes: Uint8Array) {
  try {
    const { text, pages } = await readDocumentApart(bytes, {
      charactersMax: sourceTextMax,
      timeoutMs: readingMs,
    })
    return { text: cleanText(text), pages }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    throw new Refusal('unsupported_media', documentProblems[error.problem])
  }
}

/** The first line, cut between words. */
function titleFrom(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  if (line.length <= 60) return line
  return `${line.slice(0, 60).replace(/\s+\S*$/u, '')}…`.replace(/[\ud800-\udbff]…$/, '…')
}
