import {
  type Network,
  networks,
  type PostChange,
  type PostContent,
  type PostVersion,
  postVersionsSchema,
} from '@rheos/contract'

/**
 * A post taken apart into what can be changed by itself: `title`, `media`, and for a network's own
 * version `x.body`. What a version does not have is absent.
 */
export type PostFields = ReadonlyMap<string, unknown>

const ownFields = ['type', 'title', 'body', 'networks', 'media', 'carouselId'] as const
const versionParts = ['title', 'body', 'thread', 'firstComment', 'media'] as const

export function fieldsOf(content: PostContent): Map<string, unknown> {
  const fields = new Map<string, unknown>(ownFields.map((field) => [field, content[field]]))
  for (const network of networks) {
    const version = content.versions[network]
    for (const part of versionParts) {
      if (version?.[part] !== undefined) fields.set(`${network}.${part}`, version[part])
    }
  }
  return fields
}

/** What a change names; a part that is to follow the post again is `undefined`. */
export function changedFields(change: PostChange): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const field of [...ownFields, 'state'] as const) {
    if (change[field] !== undefined) fields.set(field, change[field])
  }
  for (const network of networks) {
    const version = change.versions?.[network]
    if (version === undefined) continue
    for (const part of versionParts) {
      const value = version === null ? null : version[part]
      if (value !== undefined) fields.set(`${network}.${part}`, value ?? undefined)
    }
  }
  return fields
}

/** What the changed fields held when the edit began, as far as the change says it. */
export function baseFields(base: PostChange['base'], changed: PostFields): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  if (base === undefined) return fields
  for (const field of ownFields) {
    const value = field === 'type' || field === 'carouselId' ? undefined : base[field]
    if (value !== undefined) fields.set(field, value)
  }
  for (const name of changed.keys()) {
    const [network, part] = versionField(name) ?? []
    if (network === undefined || part === undefined || base.versions === undefined) continue
    fields.set(name, base.versions[network]?.[part])
  }
  return fields
}

/** The versions as they are with these fields in place of what was there. */
export function versionsWith(
  versions: PostContent['versions'],
  fields: PostFields,
): PostContent['versions'] {
  const next: Partial<Record<Network, Record<string, unknown>>> = {}
  for (const network of networks) {
    const parts: Record<string, unknown> = { ...versions[network] }
    for (const part of versionParts) {
      const name = `${network}.${part}`
      if (fields.has(name)) parts[part] = fields.get(name)
      if (parts[part] === undefined) delete parts[part]
    }
    if (Object.keys(parts).length > 0) next[network] = parts
  }
  return postVersionsSchema.parse(next)
}

function versionField(name: string): readonly [Network, keyof PostVersion] | undefined {
  const [network, part] = name.split('.')
  const known = networks.find((each) => each === network)
  const knownPart = versionParts.find((each) => each === part)
  return known === undefined || knownPart === undefined ? undefined : [known, knownPart]
}
