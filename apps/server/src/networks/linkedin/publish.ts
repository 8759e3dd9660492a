import { lookingBackTo } from '../looking-back.ts'
import type { PublishOrder, Receipt } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { duplicateBehind } from './errors.ts'
import { type LinkedinApi, mayReadPosts } from './linkedin-api.ts'
import { instantOf, linkedinReceipt, postedAt } from './linkedin-post.ts'
import { littleText } from './little-text.ts'
import { linkedinIntentSchema } from './prepare.ts'
import { readPost } from './reconcile.ts'

export async function publishToLinkedin(api: LinkedinApi, order: PublishOrder): Promise<Receipt> {
  const { session, signal } = order
  const { commentOn, text, media } = linkedinIntentSchema.parse(order.intent)
  if (commentOn !== null) {
    const id = await made(
      api,
      order,
      `/rest/socialActions/${encodeURIComponent(commentOn)}/comments`,
      {
        actor: session.remoteId,
        object: commentOn,
        message: { text },
      },
    )
    return { remoteId: id, url: null, reference: id }
  }
  try {
    const urn = await made(api, order, '/rest/posts', {
      author: session.remoteId,
      commentary: littleText(text),
      visibility: 'PUBLIC',
      distribution: {
        feedDistribution: 'MAIN_FEED',
        targetEntities: [],
        thirdPartyDistributionChannels: [],
      },
      ...contentOf(media),
      lifecycleState: 'PUBLISHED',
      isReshareDisabledByAuthor: false,
    })
    return linkedinReceipt(urn)
  } catch (error) {
    const duplicateOf = duplicateBehind(error)
    if (duplicateOf === undefined) throw error
    signal.throwIfAborted()
    return ours(api, order, { duplicateOf, error })
  }
}

async function made(
  api: LinkedinApi,
  { session, signal }: PublishOrder,
  path: string,
  json: unknown,
): Promise<string> {
  const answer = await api.answer({ session, method: 'POST', path, json, commits: true, signal })
  const id = answer.header('x-restli-id') ?? answer.header('x-linkedin-id')
  if (id !== undefined) return id
  throw new PublishError({
    kind: 'lost',
    code: 'answer_lost',
    detail: 'LinkedIn took the post and does not say where it is.',
    requestId: answer.requestId,
  })
}

function contentOf(media: readonly { readonly id: string; readonly altText: string }[]) {
  const given = media.map(({ id, altText }) => ({ id, ...(altText !== '' && { altText }) }))
  const [only] = given
  if (only === undefined) return {}
  return given.length === 1
    ? { content: { media: only } }
    : { content: { multiImage: { images: given } } }
}

/**
 * LinkedIn refuses what it has already and names it. It is ours when it is not older than this
 * delivery; then it is read, since LinkedIn also names posts that nobody will ever see.
 */
async function ours(
  api: LinkedinApi,
  order: PublishOrder,
  { duplicateOf, error }: { readonly duplicateOf: string; readonly error: unknown },
): Promise<Receipt> {
  const { session, signal } = order
  const { begunAt } = linkedinIntentSchema.parse(order.intent)
  const earliest = lookingBackTo(begunAt)
  const post = mayReadPosts(session) ? await readPost(api, session, duplicateOf, signal) : undefined
  if (post !== undefined && postedAt(post) >= earliest) return linkedinReceipt(duplicateOf)
  if (post !== undefined || instantOf(duplicateOf) < earliest) throw error
  await order.keep({ duplicateOf })
  throw new PublishError({
    kind: 'lost',
    code: 'answer_lost',
    detail: 'LinkedIn says that it has this post already, and does not show it.',
    cause: error,
  })
}
