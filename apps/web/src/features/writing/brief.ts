import type { Idea, Intent, Network, NewPost, Post, Quote } from '@rheos/contract'
import { isIntent } from './networks.ts'
import type { IdeasRequest } from './use-ideas.ts'
import type { TextRequest } from './use-text.ts'

/** What one tells the writer before it writes. */
export interface Brief {
  readonly brandId: string | undefined
  readonly intent: Intent | undefined
  readonly network: Network | undefined
  readonly direction: string
}

export const emptyBrief: Brief = {
  brandId: undefined,
  intent: undefined,
  network: undefined,
  direction: '',
}

export function ideasRequestOf(brief: Brief, quote: Quote): IdeasRequest {
  return { ...given(brief), ...directionOf(brief), quote }
}

export function textRequestOf(
  kind: TextRequest['kind'],
  brief: Brief,
  quote: Quote,
  idea?: Idea,
): TextRequest {
  return {
    kind,
    ...given(brief),
    ...directionOf(brief),
    ...(idea === undefined ? {} : { idea, intent: idea.intent }),
    quote,
  }
}

/** An idea as it is kept under Posts: the hook, an empty line, the angle. */
export function postOfIdea(idea: Idea, brief: Brief): NewPost {
  const { brandId, network } = brief
  return {
    state: 'idea',
    title: idea.title.slice(0, 200),
    body: `${idea.hook}\n\n${idea.angle}`,
    intent: idea.intent,
    ...(brandId === undefined ? {} : { brandId }),
    ...(network === undefined ? {} : { networks: [network] }),
  }
}

/** The idea that was kept as this draft, as the writer takes it. */
export function ideaOfPost(post: Post): Idea {
  const [hook = '', ...angle] = post.body.split(/\n\s*\n/)
  return {
    title: post.title,
    intent: isIntent(post.intent) ? post.intent : 'educate',
    hook: hook.trim() || post.title,
    angle: angle.join('\n\n').trim(),
  }
}

export function briefOfPost(post: Post): Brief {
  return {
    brandId: post.brandId ?? undefined,
    intent: isIntent(post.intent) ? post.intent : undefined,
    network: post.networks[0],
    direction: '',
  }
}

function given({ brandId, intent, network }: Brief) {
  return {
    ...(brandId === undefined ? {} : { brandId }),
    ...(intent === undefined ? {} : { intent }),
    ...(network === undefined ? {} : { network }),
  }
}

function directionOf({ direction }: Brief) {
  return direction.trim() === '' ? {} : { direction: direction.trim() }
}
