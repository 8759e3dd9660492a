import { type Idea, ideaSchema, type SlideText } from '@rheos/contract'
import type { Finish } from './reply/finish-text.ts'
import { finishLine } from './reply/finish-text.ts'

const titleMax = 200
const lineMax = 600
const headingMax = 120
const slideBodyMax = 400
const tagMax = 60

/** An idea whose every line is plain and bounded; nothing when it has no first line. */
export function finishIdea(idea: Idea, finish: Finish): Idea | undefined {
  const line = (text: string, max = lineMax) => finishLine(text, finish, max)
  const { outline, audience, theme, reason } = idea.details
  const hook = line(idea.hook)
  if (hook === '') return undefined
  return ideaSchema.parse({
    ...idea,
    title: line(idea.title, titleMax) || hook.slice(0, titleMax),
    hook,
    angle: line(idea.angle),
    details: {
      outline: outline.map((point) => line(point)).filter((point) => point !== ''),
      audience: line(audience),
      theme: line(theme),
      reason: line(reason),
    },
  })
}

/** A slide whose lines are plain and short enough to be set. */
export function finishSlide(slide: SlideText, finish: Finish): SlideText {
  return {
    role: slide.role,
    heading: finishLine(slide.heading, finish, headingMax),
    body: finishLine(slide.body, finish, slideBodyMax),
  }
}

/** Hashtags as networks take them: one word each, no two alike, none that the text has already. */
export function finishHashtags(
  said: readonly string[],
  about: { readonly text: string; readonly count: number },
): readonly string[] {
  const taken = new Set((about.text.match(/#[\p{L}\p{N}\p{M}_]+/gu) ?? []).map(folded))
  const tags: string[] = []
  for (const one of said) {
    const word = (one.normalize('NFC').match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []).join('')
    const tag = `#${word}`
    if (!/\p{L}/u.test(word) || word.length > tagMax || taken.has(folded(tag))) continue
    taken.add(folded(tag))
    tags.push(tag)
  }
  return tags.slice(0, about.count)
}

function folded(tag: string): string {
  return tag.toLocaleLowerCase()
}
