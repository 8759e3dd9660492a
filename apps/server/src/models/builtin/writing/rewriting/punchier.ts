import { capital, sentencesOf } from '../sentences.ts'
import { withoutFillers } from './shorten.ts'

const weakOpenings: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [
      /^(?:we (?:are|would be) (?:very )?(?:pleased|happy|glad|delighted|excited|proud) to (?:announce|share|say|tell you)(?: that)?|we (?:would|['’]d) like to (?:announce|share|say|let you know)(?: that)?|i (?:would|['’]d) like to (?:say|share)(?: that)?)\s+/i,
      '',
    ],
    [/^(?:there (?:is|are) (?:a lot of|many) reasons why)\s+/i, 'Here is why '],
    [
      /^(?:it is (?:important|worth) (?:to )?(?:know|knowing|note|noting|remember|remembering) that)\s+/i,
      '',
    ],
    [/^(?:did you know that)\s+/i, 'Did you know? '],
    [/^(?:in (?:today|this day and age)[^,]{0,40},)\s*/i, ''],
    [/^(?:we (?:believe|think|feel)(?: that)?)\s+/i, ''],
  ],
  de: [
    [
      /^(?:wir freuen uns(?: sehr)?,? (?:euch |ihnen )?(?:mitteilen|ankündigen|sagen) zu (?:können|dürfen),? dass)\s+/i,
      '',
    ],
    [
      /^(?:wir möchten (?:euch |ihnen )?(?:gern(?:e)? )?(?:mitteilen|sagen|darauf hinweisen),? dass)\s+/i,
      '',
    ],
  ],
  fr: [
    [
      /^(?:nous (?:sommes|avons le plaisir) (?:heureux|ravis|de vous)(?: de)? (?:vous )?annoncer que)\s+/i,
      '',
    ],
  ],
  es: [
    [/^(?:(?:nos complace|estamos encantados de|nos alegra) anunciar(?:os|les|te)? que)\s+/i, ''],
  ],
}
const joints: Readonly<Record<string, RegExp>> = {
  en: /(?:;|,)\s+(?:and|but|so|which means(?: that)?|because of this)\s+(?=(?:we|you|it|they|there|this|that|i)\b)/giu,
  de: /(?:;|,)\s+(?:und|aber)\s+(?=(?:wir|ihr|es|sie|das|dies)\b)/giu,
  fr: /(?:;|,)\s+(?:et|mais)\s+(?=(?:nous|vous|il|elle|on|c['’]est)\b)/giu,
  es: /(?:;|,)\s+(?:y|pero)\s+(?=(?:nosotros|es|esto|ya|te|os)\b)/giu,
}

/** Shorter sentences that begin with what they are about. */
export function punchier(text: string, language: string): string {
  return text
    .split('\n')
    .map((line) =>
      sentencesOf(line)
        .map((said) => sharpened(said, language))
        .join(' '),
    )
    .join('\n')
}

function sharpened(said: string, language: string): string {
  const opened = (weakOpenings[language] ?? []).reduce(
    (left, [from, to]) => left.replace(from, to),
    said,
  )
  const bare = withoutFillers(opened, language)
  const joint = joints[language]
  const parts = joint === undefined ? [bare] : bare.split(joint)
  const whole = parts.every((part) => part.trim().split(/\s+/).length >= 3) ? parts : [bare]
  return whole
    .map((part, at) => {
      const begun = capital(part.trim())
      return at < whole.length - 1 && !/[.!?…]$/u.test(begun)
        ? `${begun.replace(/[,;:]$/, '')}.`
        : begun
    })
    .join(' ')
}
