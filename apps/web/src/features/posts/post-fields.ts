import type { MediaItem, Network, Post, PostChange, PostVersion } from '@rheos/contract'

/** Parts of a network's own version. */
export type VersionPart = 'body' | 'thread' | 'firstComment' | 'media' | 'title'
type OwnField = 'state' | 'type' | 'title' | 'body' | 'networks' | 'media' | 'carouselId'

/** What of a post is edited, saved and merged by itself. */
export type FieldName = OwnField | `${Network}.${VersionPart}`

export type FieldValue<Name extends FieldName> = Name extends `${Network}.${infer Part}`
  ? Part extends keyof PostVersion
    ? PostVersion[Part] | undefined
    : never
  : Name extends OwnField
    ? Post[Name]
    : never

/** An edit: fields with their new values; `undefined` takes a part of a version away. */
export type FieldEdit = { readonly [Name in FieldName]?: FieldValue<Name> }

const ownFields = ['state', 'type', 'title', 'body', 'networks', 'media', 'carouselId'] as const
const parts = ['body', 'thread', 'firstComment', 'media', 'title'] as const

export function versionField<Part extends VersionPart>(
  network: Network,
  part: Part,
): `${Network}.${Part}` {
  return `${network}.${part}`
}

export function readField<Name extends FieldName>(post: Post, name: Name): FieldValue<Name> {
  const [network, part] = splitName(name)
  const value = part === undefined ? post[name as OwnField] : post.versions[network]?.[part]
  return value as FieldValue<Name>
}

/** The post with another value in one field; everything else keeps its identity. */
export function withField(post: Post, name: FieldName, value: unknown): Post {
  const [network, part] = splitName(name)
  if (part === undefined) return { ...post, [name]: value }
  const version: Record<string, unknown> = { ...post.versions[network], [part]: value }
  if (value === undefined) delete version[part]
  const versions = { ...post.versions, [network]: version }
  if (Object.keys(version).length === 0) delete versions[network]
  return { ...post, versions }
}

/** Every field that either of the two has. */
export function fieldNames(...posts: readonly Post[]): FieldName[] {
  const networks = new Set(posts.flatMap((post) => Object.keys(post.versions) as Network[]))
  return [
    ...ownFields,
    ...[...networks].flatMap((network) => parts.map((part) => versionField(network, part))),
  ]
}

export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

/** One unsaved field: what it is to be, and what it was when the edit began. */
export interface FieldChange {
  readonly name: FieldName
  readonly value: unknown
  readonly base: unknown
}

/** The request that saves these fields; the server joins it with what was changed meanwhile. */
export function changeOf(changes: readonly FieldChange[], revision: number): PostChange {
  const change: Record<string, unknown> = {}
  const base: Record<string, unknown> = {}
  const versions: Record<string, Record<string, unknown>> = {}
  const baseVersions: Record<string, Record<string, unknown>> = {}
  for (const { name, value, base: before } of changes) {
    const [network, part] = splitName(name)
    if (part !== undefined) {
      versions[network] = { ...versions[network], [part]: value ?? null }
      baseVersions[network] = { ...baseVersions[network] }
      if (before !== undefined) Object.assign(baseVersions[network], { [part]: before })
    } else {
      change[name] = name === 'title' ? String(value).trim() : value
      if (hasBase(name)) base[name] = before
    }
  }
  if (Object.keys(versions).length > 0) {
    change['versions'] = versions
    base['versions'] = baseVersions
  }
  return { ...change, base, revision }
}

/** `body`, `title`, or the body or first comment of a version: one text. */
export function isText(name: FieldName): boolean {
  return /(^|\.)(body|title|firstComment)$/.test(name)
}

function hasBase(name: FieldName): boolean {
  return name === 'title' || name === 'body' || name === 'networks' || name === 'media'
}

function splitName(name: FieldName): readonly [Network, VersionPart | undefined] {
  const [network, part] = name.split('.')
  return [network as Network, part as VersionPart | undefined]
}

/** Keys of pictures in one order: the database gives them in its own. */
function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((item: unknown) =>
    typeof item === 'object' && item !== null && 'assetId' in item
      ? [(item as MediaItem).assetId, (item as MediaItem).alt]
      : item,
  )
}
