import { type Check, type Checked, finding } from './finding.ts'

function hasLink({ entities }: Checked): boolean {
  return entities.some((all) => all.some(({ kind }) => kind === 'link'))
}

export const linkInCaption: Check = (checked) => {
  const { limits } = checked
  if (limits.links.clickable || !hasLink(checked)) return []
  const message = `Nobody can press a link in the text of a post on ${limits.name}: say where to find it instead, as in “link in bio”.`
  return [finding(limits, 'link.in_caption', message)]
}

export const linkWithoutScheme: Check = ({ limits, entities }) => {
  if (!limits.links.needScheme) return []
  return entities.flatMap((all, part) => {
    const bare = all.find(({ kind, text }) => kind === 'link' && !/^https?:\/\//i.test(text))
    if (bare === undefined) return []
    const message = `${bare.text} becomes a link on ${limits.name} only with https:// in front: add it.`
    const fixes = [{ kind: 'addScheme', label: 'Add https://' } as const]
    return [finding(limits, 'link.without_scheme', message, { part, fixes })]
  })
}

/** `http:/a.com`, `https//a.com`, and a scheme that nothing follows. */
const malformed = /\bhttps?(?::\/(?!\/)|:(?!\/)(?=[a-z0-9])|\/\/|:\/\/(?=\s|$))\S*/iu

export const linkMalformed: Check = ({ post, limits }) =>
  post.parts.flatMap((text, part) => {
    const found = malformed.exec(text)?.[0]
    if (found === undefined) return []
    const message = `“${found.slice(0, 60)}” is no complete web address: write it as in https://example.com.`
    return [finding(limits, 'link.malformed', message, { part })]
  })

export const linkCostsMore: Check = (checked) => {
  const { limits } = checked
  const { costFactor } = limits.links
  if (costFactor === null || !hasLink(checked)) return []
  const message = `${limits.name} charges whoever runs this studio about ${costFactor} times as much for a post with a link: leave it out where you can.`
  return [finding(limits, 'link.costs_more', message)]
}
