import type { Idea, Intent, Network, PostType } from '@rheos/contract'
import type { Brief } from '../writing/brief.ts'
import { isIntent, isNetwork } from '../writing/networks.ts'

/** What lies on the table of ideas; an idea is known by its title, which none shares with another. */
export interface IdeaTable {
  readonly ideas: readonly Idea[]
  /** One sentence when they are not as asked. */
  readonly note: string | null
  /** Titles of all that were ever on it: they do not come again. */
  readonly seen: readonly string[]
  readonly chosen: readonly string[]
  /** The posts that ideas became. */
  readonly posts: ReadonlyMap<string, string>
}

/** Whose ideas they are: no other person, workspace or brand sees them in this browser. */
export interface IdeaPlace {
  readonly userId: string
  readonly workspaceId: string
  readonly brandId: string | undefined
}

/** What is asked besides the brand, which is the place's. */
export type OwnBrief = Omit<Brief, 'brandId'>

export interface KeptIdeas {
  /** What led to the page when they were asked for; who comes with something else begins anew. */
  readonly start: string
  readonly brief: OwnBrief
  readonly table: IdeaTable
}

export function keyOf({ userId, workspaceId, brandId }: IdeaPlace): string {
  return ['rheos.ideas', userId, workspaceId, brandId ?? ''].join('/')
}

/** As long as the tab lives; what is broken or of another version counts for nothing. */
export function readKeptIdeas(key: string): KeptIdeas | undefined {
  try {
    return keptIdeasFrom(JSON.parse(sessionStorage.getItem(key) ?? 'null'))
  } catch {
    return undefined
  }
}

export function keepIdeas(key: string, kept: string): void {
  try {
    sessionStorage.setItem(key, kept)
  } catch {
    // Storage can be forbidden or full; then the ideas last as long as the page.
  }
}

export function forgetIdeas(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

export function keptIdeasText({ start, brief, table }: KeptIdeas): string {
  return JSON.stringify({ start, brief, table: { ...table, posts: [...table.posts] } })
}

export function keptIdeasFrom(value: unknown): KeptIdeas | undefined {
  if (!isRecord(value)) return undefined
  const { start, brief, table } = value
  if (!isText(start) || !isBrief(brief) || !isRecord(table)) return undefined
  const { ideas, note, seen, chosen, posts } = table
  const isWhole =
    isListOf(ideas, isIdea) &&
    ideas.length > 0 &&
    (note === null || isText(note)) &&
    isListOf(seen, isText) &&
    isListOf(chosen, isText) &&
    isListOf(posts, isPair)
  if (!isWhole) return undefined
  return { start, brief, table: { ideas, note, seen, chosen, posts: new Map(posts) } }
}

function isBrief(value: unknown): value is OwnBrief {
  return (
    isRecord(value) &&
    isText(value['direction']) &&
    isPostType(value['type']) &&
    isListOf(value['intents'], isKnownIntent) &&
    isListOf(value['networks'], isKnownNetwork) &&
    isTextOr(undefined, value['hook']) &&
    isTextOr(undefined, value['callToAction'])
  )
}

function isIdea(value: unknown): value is Idea {
  return (
    isRecord(value) &&
    isText(value['title']) &&
    isKnownIntent(value['intent']) &&
    isText(value['hook']) &&
    isTextOr(null, value['hookId']) &&
    isText(value['angle']) &&
    isDetails(value['details'])
  )
}

function isDetails(value: unknown): value is Idea['details'] {
  return (
    isRecord(value) &&
    isListOf(value['outline'], isText) &&
    isText(value['audience']) &&
    isText(value['theme']) &&
    isText(value['reason'])
  )
}

const postTypes: Readonly<Record<PostType, true>> = {
  text: true,
  image: true,
  carousel: true,
  video: true,
}

const isPostType = (value: unknown): value is PostType => isText(value) && value in postTypes
const isKnownIntent = (value: unknown): value is Intent => isText(value) && isIntent(value)
const isKnownNetwork = (value: unknown): value is Network => isText(value) && isNetwork(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOr = (none: null | undefined, value: unknown) => value === none || isText(value)

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isPair(value: unknown): value is readonly [string, string] {
  return isListOf(value, isText) && value.length === 2
}

function isListOf<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem)
}
