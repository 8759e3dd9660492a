import { type Entity, findEntities } from '@rheos/preflight'

/** A part of a text that leads somewhere; positions are UTF-8 bytes. */
export interface Facet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number }
  readonly features: readonly Readonly<Record<string, string>>[]
}

/** Links and hashtags as they are; mentions of handles that `resolve` knows, the rest stays text. */
export async function facetsOf(
  text: string,
  resolve: (handle: string) => Promise<string | undefined>,
): Promise<Facet[]> {
  const facets: Facet[] = []
  for (const entity of findEntities(text)) {
    const feature = await featureOf(entity, resolve)
    if (feature === undefined) continue
    const byteStart = bytesOf(text.slice(0, entity.start))
    const byteEnd = byteStart + bytesOf(text.slice(entity.start, entity.end))
    facets.push({ index: { byteStart, byteEnd }, features: [feature] })
  }
  return facets
}

async function featureOf(
  entity: Entity,
  resolve: (handle: string) => Promise<string | undefined>,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { kind, text } = entity
  if (kind === 'link') {
    const uri = /^https?:\/\//i.test(text) ? text : `https://${text}`
    return { $type: 'app.bsky.richtext.facet#link', uri }
  }
  if (kind === 'hashtag')
    return { $type: 'app.bsky.richtext.facet#tag', tag: text.replace(/^[#＃]/, '') }
  const handle = text.replace(/^@/, '').toLowerCase()
  const did = handle.includes('.') ? await resolve(handle) : undefined
  return did === undefined ? undefined : { $type: 'app.bsky.richtext.facet#mention', did }
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
