import { type Hook, ideasMax } from '@rheos/contract'
import { and, eq } from 'drizzle-orm'
import { loadBrief } from '../brands/brief.ts'
import type { Statements } from '../db/database.ts'
import { posts } from '../db/schema.ts'
import type { Order } from '../generation/generation-kind.ts'
import { seedOf } from '../generation/seed.ts'
import type { BrandBrief } from '../models/brand-brief.ts'
import type { CopyRequest, SlidesRequest, WritingRequest } from '../models/text-model.ts'
import type { Storage } from '../storage/storage.ts'
import { callToActionOf, formulas, hookOf, structureOf } from './formulas/formulas.ts'
import { slideRoles } from './formulas/slide-roles.ts'
import { knownPicture } from './known-picture.ts'
import type { WritingOrder } from './writing-order.ts'

type Of<Kind extends WritingOrder['kind']> = Extract<WritingOrder, { kind: Kind }>

interface Sources {
  readonly db: Statements
  readonly storage: Storage
}

interface About {
  readonly brand?: BrandBrief
  readonly seed: number
}

/** What a model is asked, with everything that the order names looked up. */
export async function modelRequest(
  from: Sources,
  order: Order,
  asked: WritingOrder,
): Promise<WritingRequest> {
  const brand = await loadBrief(from, order.workspaceId, order.brandId, aboutOf(asked))
  const about = { seed: seedOf(order.id), ...(brand && { brand }) }
  switch (asked.kind) {
    case 'ideas':
      return { ...about, ...ideasRequest(asked) }
    case 'caption':
    case 'post':
      return copyRequest(asked, about)
    case 'rewrite': {
      const { kind, text, before = '', after = '', instruction, network } = asked
      return { ...about, kind, text, before, after, instruction, network }
    }
    case 'version':
      return { ...about, kind: asked.kind, text: asked.text, network: asked.network }
    case 'hashtags': {
      const { kind, text, count = 5, network } = asked
      return { ...about, kind, text, count, network }
    }
    case 'slides':
      return { ...about, ...slidesRequest(asked) }
    case 'alt':
    case 'image_prompt':
      return withPost(from, order, asked, about)
  }
}

/** What sources of the brand are looked through for. */
function aboutOf(asked: WritingOrder): string {
  const { direction, text } = { direction: '', text: '', ...asked }
  const idea = 'idea' in asked ? asked.idea : undefined
  return [direction, text, idea?.title, idea?.hook, idea?.angle].filter(Boolean).join(' ')
}

function ideasRequest(asked: Of<'ideas'>) {
  const { kind, direction = '', avoid, intents, network, postType, count = ideasMax } = asked
  const hook = hookOf(asked.hook)
  return {
    ...{ kind, direction, avoid, intents, network, postType, count, hook },
    callToAction: callToActionOf(asked.callToAction),
    hooks: fittingHooks(asked),
  }
}

function fittingHooks({ intents = [], postType }: Of<'ideas'>): readonly Hook[] {
  return formulas.hooks.filter(
    (hook) =>
      (intents.length === 0 || hook.intents.some((intent) => intents.includes(intent))) &&
      (postType === undefined || hook.postTypes.includes(postType)),
  )
}

function copyRequest(asked: Of<'caption' | 'post'>, about: About): CopyRequest {
  const { kind, direction = '', intent, postType, networks = [], idea } = asked
  return {
    ...about,
    ...{ kind, direction, intent, postType },
    network: asked.network ?? (networks.length === 1 ? networks[0] : undefined),
    hook: hookOf(asked.hook),
    callToAction: callToActionOf(asked.callToAction),
    idea: idea && { ...idea, hookId: idea.hookId ?? null, details: idea.details ?? noDetails },
  }
}

const noDetails = { outline: [], audience: '', theme: '', reason: '' }

function slidesRequest(asked: Of<'slides'>): Omit<SlidesRequest, keyof About> {
  const { kind, direction = '', text = '', slides = [], instruction = '' } = asked
  const structure = structureOf(asked.structureId)
  const purposes = new Map(structure.slides.map((slide) => [slide.role, slide]))
  const given = slides.map(
    ({ role }) => purposes.get(role) ?? { role, purpose: '', repeats: false },
  )
  return {
    ...{ kind, direction, text, slides, instruction },
    structure: { id: structure.id, label: structure.label },
    roles: given.length > 0 ? given : slideRoles(structure, asked.count),
  }
}

async function withPost(
  from: Sources,
  order: Order,
  asked: Of<'alt' | 'image_prompt'>,
  about: About,
): Promise<WritingRequest> {
  const body = await bodyOf(from, order.workspaceId, asked.postId)
  if (asked.kind === 'image_prompt')
    return { ...about, kind: asked.kind, text: asked.text?.trim() || body }
  const picture = await knownPicture(from, order.workspaceId, asked.assetId)
  return { ...about, kind: asked.kind, picture, text: body }
}

async function bodyOf(
  { db }: Sources,
  workspaceId: string,
  postId: string | undefined,
): Promise<string> {
  if (postId === undefined) return ''
  const [post] = await db
    .select({ title: posts.title, body: posts.body })
    .from(posts)
    .where(and(eq(posts.workspaceId, workspaceId), eq(posts.id, postId)))
  return post?.body.trim() || (post?.title ?? '')
}
