import { randomUUID } from 'node:crypto'
import type {
  Finding,
  Json,
  MediaFile,
  NetworkAdapter,
  Receipt,
  ReplyTo,
  Session,
  TargetContent,
} from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'

/** A 2 × 2 picture, as small as a PNG can be. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGNYIKEARAwQCgAd+gQxcBJ2yQAAAABJRU5ErkJggg==',
  'base64',
)

export function aPicture(
  alt: string,
  publicUrl = 'https://studio.example/media/picture.png',
): MediaFile {
  return {
    assetId: randomUUID(),
    alt,
    mediaType: 'image/png',
    width: 2,
    height: 2,
    bytes: png.byteLength,
    read: () => Promise.resolve(new Uint8Array(png)),
    publicUrl: () => Promise.resolve(publicUrl),
  }
}

/** What happened to one target: it is out, refused, or a person has to look. */
export type Outcome =
  | { readonly kind: 'published'; readonly receipt: Receipt }
  | { readonly kind: 'asked' }
  | { readonly kind: 'failed'; readonly error: PublishError }

/** One target as the publisher drives it, without a database: for what is about adapters alone. */
export class PlayedTarget {
  readonly adapter: NetworkAdapter
  readonly session: Session
  readonly content: TargetContent
  readonly key: string
  readonly at: number
  readonly replyTo: ReplyTo | undefined
  readonly prepared = new Map<string, Json>()
  kept: Json = null
  intent: Json | undefined
  committedAt: number | undefined

  constructor(
    adapter: NetworkAdapter,
    session: Session,
    content: Partial<TargetContent>,
    replyTo?: ReplyTo,
  ) {
    this.adapter = adapter
    this.session = session
    this.content = { kind: 'post', text: '', title: '', media: [], ...content }
    this.at = Date.now()
    this.key = adapter.mintKey({ id: randomUUID(), at: this.at })
    this.replyTo = replyTo
  }

  async prepare(): Promise<Json> {
    this.intent = await this.adapter.prepare({
      session: this.session,
      content: this.content,
      key: this.key,
      at: this.at,
      ...(this.replyTo !== undefined && { replyTo: this.replyTo }),
      once: async (name, step) => {
        const known = this.prepared.get(name)
        if (known !== undefined) return known as Awaited<ReturnType<typeof step>>
        const value = await step()
        this.prepared.set(name, value)
        return value
      },
      signal: new AbortController().signal,
    })
    return this.intent
  }

  async publish(): Promise<Receipt> {
    const intent = this.intent ?? (await this.prepare())
    this.committedAt ??= Date.now()
    return this.adapter.publish({
      session: this.session,
      intent,
      key: this.key,
      kept: this.kept,
      keep: async (value) => {
        this.kept = value
      },
      signal: new AbortController().signal,
    })
  }

  reconcile(): Promise<Finding> {
    return this.adapter.reconcile({
      session: this.session,
      intent: this.intent ?? null,
      key: this.key,
      kept: this.kept,
      since: this.committedAt ?? this.at,
      signal: new AbortController().signal,
    })
  }

  /** To its end, as the law says, with no waits: repeat, look, or ask. */
  async run(triesMax = 30): Promise<Outcome> {
    for (let tries = 0; tries < triesMax; tries += 1) {
      try {
        if (this.intent === undefined) await this.prepare()
        return { kind: 'published', receipt: await this.publish() }
      } catch (error) {
        if (!(error instanceof PublishError)) throw error
        if (error.kind === 'rejected' || error.kind === 'account') return { kind: 'failed', error }
        if (error.kind !== 'lost') continue
        const found = await this.#afterDoubt(triesMax)
        if (found !== undefined) return found
      }
    }
    throw new Error('It came to no end.')
  }

  /** Undefined: it may be sent again. */
  async #afterDoubt(triesMax: number): Promise<Outcome | undefined> {
    const { promise } = this.adapter
    if (promise.class === 'asked') return { kind: 'asked' }
    if (promise.repeatableForMs > 0) return undefined
    for (let tries = 0; tries < triesMax; tries += 1) {
      try {
        const finding = await this.reconcile()
        if (finding.found === 'there') return { kind: 'published', receipt: finding.receipt }
        if (finding.found === 'not_there') {
          this.kept = null
          return undefined
        }
      } catch (error) {
        if (!(error instanceof PublishError)) throw error
      }
    }
    return { kind: 'asked' }
  }
}
