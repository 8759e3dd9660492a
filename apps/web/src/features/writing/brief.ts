import type { Idea, Intent, Network, Post, PostType, Quote } from '@rheos/contract'
import { isIntent } from './networks.ts'
import type { TextRequest } from './use-text.ts'

/** What one tells the writer before it writes. */
export interface Brief {
  readonly brandId: string | undefined
  readonly type: PostType
  readonly intents: readonly Intent[]
  readonly networks: readonly Network[]
  /** The id of a hook and of a call to action of the formulas. */
  readonly hook: string | undefined
  readonly callToAction: string | undefined
  readonly direction: string
}

export const emptyBrief: Brief = {
  brandId: undefined,
  type: 'text',
  intents: [],
  networks: [],
  hook: undefined,
  callToAction: undefined,
  direction: '',
}

/** A caption or a post from the brief, or from one of the ideas it led to. */
export function textRequestOf(
  kind: TextRequest['kind'],
  brief: Brief,
  quote: Quote,
  idea?: Idea,
): TextRequest {
  const [intent, ...others] = brief.intents
  return {
    kind,
    ...givenOf(brief),
    ...(brief.networks.length === 0 ? {} : { networks: [...brief.networks] }),
    ...(intent === undefined || others.length > 0 ? {} : { intent }),
    ...(idea === undefined ? {} : { idea, intent: idea.intent }),
    quote,
  }
}

/** What ideas and texts are told alike. */
export function givenOf({ brandId, type, hook, callToAction, direction }: Brief) {
  return {
    postType: type,
    ...(brandId === undefined ? {} : { brandId }),
    ...(hook === undefined ? {} : { hook }),
    ...(callToAction === undefined ? {} : { callToAction }),
    ...(direction.trim() === '' ? {} : { direction: direction.trim() }),
  }
}

/** The idea that was kept as this post, as the writer takes it: hook, angle, and its points. */
export function ideaOfPost(post: Post): Idea {
  const [hook = '', ...rest] = post.body.split(/\n\s*\n/)
  const outline = rest.at(-1)?.startsWith('– ') ? (rest.pop() ?? '') : ''
  return {
    title: post.title,
    intent: isIntent(post.intent) ? post.intent : 'educate',
    hook: hook.trim() || post.title,
    hookId: post.hook,
    angle: rest.join('\n\n').trim(),
    details: {
      outline: outline.split('\n').flatMap((line) => line.replace(/^–\s*/, '').trim() || []),
      audience: '',
      theme: '',
      reason: '',
    },
  }
}

export function briefOfPost(post: Post): Brief {
  return {
    ...emptyBrief,
    brandId: post.brandId ?? undefined,
    type: post.type,
    intents: isIntent(post.intent) ? [post.intent] : [],
    networks: post.networks,
  }
}
