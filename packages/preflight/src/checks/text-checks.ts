import { countUtf8Bytes } from '../counting/utf8-bytes.ts'
import { controlCharacters, forbiddenIn } from '../entities/odd-characters.ts'
import type { Fix } from '../fixes/fix.ts'
import { textRoom } from '../limits/text-room.ts'
import { counted } from './counted.ts'
import { type Check, type Checked, type Finding, finding } from './finding.ts'

export const textEmpty: Check = ({ post, limits }) => {
  if (post.parts.some((part) => part.trim() !== '')) return []
  if (post.media.length > 0 && !limits.text.required) return []
  return [
    finding(limits, 'text.empty', `There is nothing to publish on ${limits.name}: write a text.`),
  ]
}

export const textTooLong: Check = (checked) => tooLong(checked, 0)

export const partTooLong: Check = (checked) =>
  checked.post.parts.slice(1).flatMap((_, index) => tooLong(checked, index + 1))

function tooLong(checked: Checked, part: number): readonly Finding[] {
  const { post, limits } = checked
  const room = textRoom(limits, post)
  const over = room.count(post.parts[part] ?? '') - room.max
  if (over <= 0) return []
  const code = part === 0 ? 'text.too_long' : 'thread.part_too_long'
  const what = part === 0 ? 'The text' : `Part ${part + 1}`
  const advice = limits.thread === null ? 'shorten it' : 'shorten it, or split it into a thread'
  return [
    finding(
      limits,
      code,
      `${what} is ${counted(over, 'character')} over the ${counted(room.max, 'character')} that ${limits.name} takes: ${advice}.`,
      { part, fixes: lengthFixes(checked, part) },
    ),
  ]
}

/** Only where the length in characters is right: one finding is enough for one text. */
export const textTooManyBytes: Check = (checked) => {
  const { post, limits } = checked
  const { maxBytes } = limits.text
  if (maxBytes === null) return []
  const room = textRoom(limits, post)
  return post.parts.flatMap((text, part) => {
    if (countUtf8Bytes(text) <= maxBytes || room.count(text) > room.max) return []
    const message = `The text takes more than the ${counted(maxBytes, 'byte')} that ${limits.name} stores: use fewer emoji, or shorten it.`
    return [
      finding(limits, 'text.too_many_bytes', message, { part, fixes: lengthFixes(checked, part) }),
    ]
  })
}

function lengthFixes({ limits }: Checked, part: number): readonly Fix[] {
  const trim: Fix = { kind: 'trim', part, label: 'Trim to fit' }
  if (limits.thread === null) return [trim]
  return [
    { kind: 'split', part, numbered: false, label: 'Split into a thread' },
    { kind: 'split', part, numbered: true, label: 'Split and number' },
    trim,
  ]
}

export const textForbidden: Check = ({ post, limits }) => {
  const found = forbiddenIn(post.parts.join(''), limits.text.forbidden)
  if (found === '') return []
  return [
    finding(
      limits,
      'text.forbidden_characters',
      `${limits.name} refuses a text with ${found}: take it out.`,
      { fixes: [{ kind: 'removeForbidden', of: 'text', label: `Remove ${found}` }] },
    ),
  ]
}

export const textControls: Check = ({ post, limits }) => {
  if (!post.parts.some((part) => controlCharacters().test(part))) return []
  return [
    finding(
      limits,
      'text.control_characters',
      'The text has characters that nobody sees, as some programs leave when text is copied: remove them.',
      { fixes: [{ kind: 'removeControls', label: 'Remove them' }] },
    ),
  ]
}

const placeholder =
  /\[(?:your|insert|add|name|link|company|brand|product|date|url)\b[^\][]{0,60}\]|\{\{[^{}]{0,60}\}\}|\blorem ipsum\b/iu

export const textPlaceholder: Check = ({ post, limits }) =>
  post.parts.flatMap((text, part) => {
    const found = placeholder.exec(text)?.[0]
    if (found === undefined) return []
    const message = `“${found}” looks like a place that is still to be filled in: write what belongs there.`
    return [finding(limits, 'text.placeholder', message, { part })]
  })
