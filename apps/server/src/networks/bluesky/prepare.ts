import { z } from 'zod'
import type { Json, MediaFile, PrepareOrder, ReplyTo } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { PublishError } from '../publish-error.ts'
import { credentialsSchema } from './connect.ts'
import { facetsOf } from './facets.ts'
import { recordSchema, xrpc } from './xrpc.ts'

const blobSchema = z.object({ blob: z.record(z.string(), z.unknown()) })
const didSchema = z.object({ did: z.string() })

/** Uploads the pictures and builds the record, complete: the same record is sent however often it is. */
export async function prepareBluesky(
  environment: NetworkEnvironment,
  order: PrepareOrder,
): Promise<Json> {
  const { content, at, replyTo } = order
  const facets = await facetsOf(content.text, (handle) => resolve(environment, order, handle))
  const images: Json[] = []
  for (const media of content.media) images.push(await imageOf(environment, order, media))
  return {
    $type: 'app.bsky.feed.post',
    text: content.text,
    createdAt: new Date(at).toISOString(),
    ...(facets.length > 0 && { facets: facets as unknown as Json }),
    ...(images.length > 0 && { embed: { $type: 'app.bsky.embed.images', images } }),
    ...(replyTo !== undefined && { reply: replyOf(replyTo) }),
  }
}

async function imageOf(
  environment: NetworkEnvironment,
  { session, once, signal }: PrepareOrder,
  media: MediaFile,
): Promise<Json> {
  const { accessJwt } = credentialsSchema.parse(session.credentials)
  const blob = await once(`blob-${media.assetId}`, async () => {
    const answer = await xrpc(environment, {
      server: session.server,
      method: 'com.atproto.repo.uploadBlob',
      procedure: true,
      token: accessJwt,
      headers: { 'content-type': media.mediaType },
      body: await media.read(),
      timeoutMs: 60_000,
      signal,
    })
    return blobSchema.parse(answer.json).blob as Json
  })
  const { alt, width, height } = media
  return { alt, image: blob, aspectRatio: { width, height } }
}

/** A handle that nobody has, or that cannot be asked for just now, stays text. */
async function resolve(
  environment: NetworkEnvironment,
  { session, signal }: PrepareOrder,
  handle: string,
): Promise<string | undefined> {
  try {
    const answer = await xrpc(environment, {
      server: session.server,
      method: 'com.atproto.identity.resolveHandle',
      query: { handle },
      signal,
    })
    return didSchema.parse(answer.json).did
  } catch (error) {
    if (error instanceof PublishError && error.kind !== 'not_sent') return undefined
    throw error
  }
}

function replyOf({ root, parent }: ReplyTo): Json {
  return { root: recordSchema.parse(root.reference), parent: recordSchema.parse(parent.reference) }
}
