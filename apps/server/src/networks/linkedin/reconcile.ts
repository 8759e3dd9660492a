import { z } from 'zod'
import { lookingBackTo } from '../looking-back.ts'
import type { Finding, ReconcileOrder, Session } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { isSameText } from '../same-text.ts'
import { type LinkedinApi, mayReadPosts } from './linkedin-api.ts'
import { isPost, linkedinPostSchema, linkedinReceipt, postedAt } from './linkedin-post.ts'
import { linkedinIntentSchema } from './prepare.ts'

const keptSchema = z.object({ duplicateOf: z.string() })
const postsSchema = z.object({ elements: z.array(linkedinPostSchema) })
const commentsSchema = z.object({
  elements: z.array(
    z.object({
      id: z.string(),
      actor: z.string(),
      message: z.object({ text: z.string() }),
      created: z.object({ time: z.number() }),
    }),
  ),
})

/** Looks through what the account posted since, or through the comments of the post. */
export async function findOnLinkedin(api: LinkedinApi, order: ReconcileOrder): Promise<Finding> {
  const { session, signal } = order
  if (!mayReadPosts(session))
    return {
      found: 'unclear',
      detail: 'LinkedIn does not let this studio read what the account posted: look there.',
    }
  const intent = linkedinIntentSchema.parse(order.intent)
  if (intent.commentOn !== null) return findComment(api, order, intent.commentOn, intent.text)
  const duplicateOf = keptSchema.safeParse(order.kept).data?.duplicateOf
  if (duplicateOf !== undefined) {
    const post = await readPost(api, session, duplicateOf, signal)
    if (post !== undefined) return { found: 'there', receipt: linkedinReceipt(duplicateOf) }
    return {
      found: 'unclear',
      detail: 'LinkedIn says that it has this post already, and does not show it.',
    }
  }
  return findPost(api, order)
}

/** Undefined where LinkedIn shows none. */
export async function readPost(
  api: LinkedinApi,
  session: Session,
  urn: string,
  signal: AbortSignal,
): Promise<z.infer<typeof linkedinPostSchema> | undefined> {
  try {
    const path = `/rest/posts/${encodeURIComponent(urn)}`
    return await api.read(linkedinPostSchema, { session, method: 'GET', path, signal })
  } catch (error) {
    if (error instanceof PublishError && error.code === 'reply_target_gone') return undefined
    throw error
  }
}

async function findPost(
  api: LinkedinApi,
  { session, intent, since, signal }: ReconcileOrder,
): Promise<Finding> {
  const wanted = linkedinIntentSchema.parse(intent)
  const earliest = lookingBackTo(since)
  for (let page = 0; page < pagesMax; page += 1) {
    const { elements } = await api.read(postsSchema, {
      session,
      method: 'GET',
      path: '/rest/posts',
      query: {
        author: session.remoteId,
        q: 'author',
        start: String(page * pageSize),
        count: String(pageSize),
        sortBy: 'CREATED',
      },
      headers: { 'x-restli-method': 'FINDER' },
      signal,
    })
    const found = elements.find((post) => postedAt(post) >= earliest && isPost(post, wanted))
    if (found !== undefined) return { found: 'there', receipt: linkedinReceipt(found.id) }
    const last = elements.at(-1)
    if (elements.length < pageSize || (last !== undefined && postedAt(last) < earliest))
      return { found: 'not_there' }
  }
  return tooMuch
}

async function findComment(
  api: LinkedinApi,
  { session, since, signal }: ReconcileOrder,
  commentOn: string,
  text: string,
): Promise<Finding> {
  for (let page = 0; page < pagesMax; page += 1) {
    const { elements } = await api.read(commentsSchema, {
      session,
      method: 'GET',
      path: `/rest/socialActions/${encodeURIComponent(commentOn)}/comments`,
      query: { start: String(page * pageSize), count: String(pageSize) },
      signal,
    })
    const found = elements.find(
      ({ actor, message, created }) =>
        actor === session.remoteId &&
        created.time >= lookingBackTo(since) &&
        isSameText(message.text, text),
    )
    if (found)
      return { found: 'there', receipt: { remoteId: found.id, url: null, reference: found.id } }
    if (elements.length < pageSize) return { found: 'not_there' }
  }
  return tooMuch
}

const pageSize = 100
const pagesMax = 8
const tooMuch: Finding = {
  found: 'unclear',
  detail: 'There is too much since to look through all of it.',
}
