import type { Entity } from '../entities/find-entities.ts'
import { repeatedTags } from '../fixes/drop-hashtags.ts'
import { counted } from './counted.ts'
import { type Check, type Checked, type Finding, finding } from './finding.ts'

type Look = (found: readonly Entity[], part: number) => readonly Finding[]

function hashtagsOfEachPart({ entities }: Checked, look: Look): readonly Finding[] {
  return entities.flatMap((all, part) =>
    look(
      all.filter(({ kind }) => kind === 'hashtag'),
      part,
    ),
  )
}

export const hashtagsTooMany: Check = (checked) =>
  hashtagsOfEachPart(checked, ({ length: many }, part) => {
    const { limits } = checked
    const { max } = limits.hashtags
    if (max === null || many <= max) return []
    const message = `There are ${many} hashtags, and ${limits.name} takes ${max}: drop ${many - max}.`
    return [finding(limits, 'hashtags.too_many', message, { part, ...dropping(part, max) })]
  })

export const hashtagsMany: Check = (checked) =>
  hashtagsOfEachPart(checked, ({ length: many }, part) => {
    const { limits } = checked
    const { advised } = limits.hashtags
    if (advised === null || many <= advised) return []
    const message = `There are ${many} hashtags; ${limits.name} itself advises no more than ${advised}: drop some.`
    return [finding(limits, 'hashtags.many', message, { part, ...dropping(part, advised) })]
  })

export const hashtagsOnlyFirst: Check = (checked) =>
  hashtagsOfEachPart(checked, ({ length: many }, part) => {
    const { limits } = checked
    if (limits.hashtags.counted !== 'firstOnly' || many <= 1) return []
    const message = `Only the first of the ${many} hashtags counts on ${limits.name}: drop the others.`
    return [finding(limits, 'hashtags.only_first', message, { part, ...dropping(part, 1) })]
  })

function dropping(part: number, keep: number): Pick<Finding, 'fixes'> {
  const label = keep === 1 ? 'Keep the first' : `Keep the first ${keep}`
  return { fixes: [{ kind: 'dropHashtags', part, keep, label }] }
}

export const hashtagsDigitsOnly: Check = (checked) =>
  hashtagsOfEachPart(checked, (tags, part) => {
    const number = tags.find(({ text }) => !/[\p{L}_]/u.test(text))
    if (number === undefined) return []
    const message = `${number.text} becomes no hashtag, since it is a number alone: add a letter, or leave it as it is.`
    return [finding(checked.limits, 'hashtags.digits_only', message, { part })]
  })

export const hashtagsRepeated: Check = (checked) =>
  hashtagsOfEachPart(checked, (tags, part) => {
    const [again] = repeatedTags(tags)
    if (again === undefined) return []
    const message = `${again.text} stands there more than once: once is enough.`
    const fixes = [{ kind: 'dropRepeatedHashtags', label: 'Keep each once' } as const]
    return [finding(checked.limits, 'hashtags.repeated', message, { part, fixes })]
  })

export const mentionsTooMany: Check = ({ limits, entities }) => {
  const { max } = limits.mentions
  const many = entities.flat().filter(({ kind }) => kind === 'mention').length
  if (max === null || many <= max) return []
  const message = `The text mentions ${counted(many, 'account')}, and ${limits.name} takes ${max}: take out ${many - max}.`
  return [finding(limits, 'mentions.too_many', message)]
}
