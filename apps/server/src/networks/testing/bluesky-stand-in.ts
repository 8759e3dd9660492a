import { createHash, randomUUID } from 'node:crypto'
import { countText } from '@rheos/preflight'
import type { StandIn, StandInApp, StandInPost } from './stand-in.ts'
import { startStandIn } from './stand-in.ts'

export interface BlueskyStandIn extends StandIn {
  readonly handle: string
  readonly appPassword: string
  /** All access tokens end now. */
  expireTokens(): void
  /** The app password is taken away, with all that was made by it. */
  revoke(): void
}

interface Record_ {
  readonly text: string
  readonly createdAt: string
  readonly reply?: { readonly parent: { readonly uri: string } }
  readonly embed?: {
    readonly images?: readonly { readonly alt: string; readonly image: Blob_ }[]
  }
}
interface Blob_ {
  readonly ref: { readonly $link: string }
  readonly mimeType: string
}

const did = 'did:plc:standin7bakery2round3'
const collection = 'app.bsky.feed.post'

/** A personal data server on loopback, as far as posting goes, with its own ways of refusing. */
export async function startBlueskyStandIn(): Promise<BlueskyStandIn> {
  const state = {
    handle: 'roundbakery.test',
    appPassword: 'abcd-efgh-ijkl-mnop',
    access: new Set<string>(),
    refresh: new Set<string>(),
    records: new Map<string, { readonly cid: string; readonly record: Record_ }>(),
    blobs: new Map<string, string>(),
    revoked: false,
  }
  const standIn = await startStandIn({
    routes: (app) => routes(app, state),
    posts: () => [...state.records].map(([key, { record }]) => postOf(key, record)),
    commits: (_, path) => path.endsWith('putRecord') || path.endsWith('createRecord'),
    errorBody: { error: 'InternalServerError', message: 'Internal Server Error' },
  })
  return Object.assign(standIn, {
    handle: state.handle,
    appPassword: state.appPassword,
    expireTokens: () => state.access.clear(),
    revoke: () => {
      state.revoked = true
      state.access.clear()
      state.refresh.clear()
    },
  })
}

interface State {
  readonly handle: string
  readonly appPassword: string
  readonly access: Set<string>
  readonly refresh: Set<string>
  readonly records: Map<string, { readonly cid: string; readonly record: Record_ }>
  readonly blobs: Map<string, string>
  revoked: boolean
}

function routes(app: StandInApp, state: State): void {
  const error = (name: string, message: string) => ({ error: name, message })
  const session = () => {
    const accessJwt = jwt()
    const refreshJwt = jwt()
    state.access.add(accessJwt)
    state.refresh.add(refreshJwt)
    return { did, handle: state.handle, accessJwt, refreshJwt }
  }
  const tokenOf = (header: string | undefined) => header?.replace(/^Bearer /, '') ?? ''

  app.post('/xrpc/com.atproto.server.createSession', async (c) => {
    const { identifier, password } = await c.req.json()
    const isKnown = identifier === state.handle && password === state.appPassword && !state.revoked
    return isKnown
      ? c.json(session())
      : c.json(error('AuthenticationRequired', 'Invalid identifier or password'), 401)
  })
  app.post('/xrpc/com.atproto.server.refreshSession', (c) => {
    const token = tokenOf(c.req.header('authorization'))
    if (!state.refresh.delete(token))
      return c.json(error('ExpiredToken', 'Token has been revoked'), 400)
    return c.json(session())
  })
  app.get('/xrpc/com.atproto.identity.resolveHandle', (c) =>
    c.req.query('handle') === state.handle
      ? c.json({ did })
      : c.json(error('InvalidRequest', 'Unable to resolve handle'), 400),
  )
  app.use('/xrpc/com.atproto.repo.*', async (c, next) => {
    if (c.req.path.endsWith('getRecord')) return next()
    if (state.access.has(tokenOf(c.req.header('authorization')))) return next()
    return c.json(error('ExpiredToken', 'Token has expired'), 400)
  })
  app.post('/xrpc/com.atproto.repo.uploadBlob', async (c) => {
    const bytes = Buffer.from(await c.req.arrayBuffer())
    if (bytes.byteLength > 2_000_000)
      return c.json(error('BlobTooLarge', 'This file is too large. The maximum is 2MB'), 400)
    const link = `bafkrei${createHash('sha256').update(bytes).digest('hex').slice(0, 52)}`
    const mimeType = c.req.header('content-type') ?? ''
    state.blobs.set(link, mimeType)
    return c.json({
      blob: { $type: 'blob', ref: { $link: link }, mimeType, size: bytes.byteLength },
    })
  })
  app.post('/xrpc/com.atproto.repo.putRecord', async (c) => {
    const body = await c.req.json()
    const wrong = wrongWith(body, state)
    if (wrong !== undefined) return c.json(error('InvalidRequest', wrong), 400)
    const cid = `bafyrei${createHash('sha256').update(JSON.stringify(body.record)).digest('hex').slice(0, 52)}`
    state.records.set(body.rkey, { cid, record: body.record })
    return c.json({ uri: uriOf(body.rkey), cid, validationStatus: 'valid' })
  })
  app.get('/xrpc/com.atproto.repo.getRecord', (c) => {
    const rkey = c.req.query('rkey') ?? ''
    const found = state.records.get(rkey)
    if (found === undefined)
      return c.json(error('RecordNotFound', `Could not locate record: ${uriOf(rkey)}`), 400)
    return c.json({ uri: uriOf(rkey), cid: found.cid, value: found.record })
  })
}

interface Put {
  readonly repo?: unknown
  readonly collection?: unknown
  readonly rkey?: unknown
  readonly record?: Record_
}

function wrongWith(
  { repo, collection: into, rkey, record }: Put,
  state: State,
): string | undefined {
  if (repo !== did || into !== collection) return 'Input/repo must be a known repo'
  if (typeof rkey !== 'string' || !/^[234567abcdefghij][234567a-z]{12}$/.test(rkey))
    return 'Input/rkey must be a valid TID'
  if (record === undefined || typeof record.text !== 'string') return 'Record/text must be a string'
  const graphemes = countText(record.text, 'bluesky')
  if (graphemes > 300) return tooBig('grapheme', 300, graphemes)
  const bytes = Buffer.byteLength(record.text)
  if (bytes > 3000) return tooBig('string', 3000, bytes)
  if (Number.isNaN(Date.parse(record.createdAt))) return 'Record/createdAt must be a datetime'
  const images = record.embed?.images ?? []
  if (images.length > 4) return 'Record/embed/images must not have more than 4 elements'
  const lost = images.find(({ image }) => state.blobs.get(image.ref.$link) !== image.mimeType)
  return lost === undefined ? undefined : `Could not find blob: ${lost.image.ref.$link}`
}

/** In the words of the real server. */
function tooBig(unit: 'grapheme' | 'string', max: number, found: number): string {
  return `Invalid app.bsky.feed.post record: ${unit} too big (maximum ${max}, got ${found}) at $.record.text`
}

function uriOf(rkey: string): string {
  return `at://${did}/${collection}/${rkey}`
}

function postOf(key: string, { text, reply, embed }: Record_): StandInPost {
  return {
    id: uriOf(key),
    account: did,
    text,
    replyTo: reply?.parent.uri,
    media: (embed?.images ?? []).map(({ alt, image }) => ({ mediaType: image.mimeType, alt })),
  }
}

/** A token with an end that can be read, as real ones have. */
function jwt(): string {
  const exp = Math.floor(Date.now() / 1000) + 2 * 3600
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ exp, jti: randomUUID() })}.c2ln`
}
