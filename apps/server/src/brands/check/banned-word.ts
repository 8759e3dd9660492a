import type { BrandFinding, TextEdit } from '@rheos/contract'
import type { AvoidedPhrase } from './avoided-phrases.ts'
import { type Checked, fixOf, spansOf } from './checked.ts'
import { inCaseOf } from './in-case-of.ts'
import { wordPattern } from './words.ts'

/** Words that the brand does not use, each with what it says instead where there is something. */
export function bannedWord({ text, avoided }: Checked): BrandFinding[] {
  // One look for all of them: most texts have none, and a brand may avoid a hundred.
  const said = new Set(
    spansOf(text, wordPattern(avoided.map(({ phrase }) => phrase))).map(({ quote }) =>
      keyOf(quote),
    ),
  )
  if (said.size === 0) return []
  return avoided.flatMap((phrase) => {
    if (![...said].some((key) => key.includes(keyOf(phrase.phrase)))) return []
    const spans = spansOf(text, wordPattern([phrase.phrase]))
    if (spans.length === 0) return []
    return [
      {
        code: 'banned_word',
        severity: 'high',
        message: messageOf(phrase, spans.length),
        why: phrase.why,
        spans,
        fix:
          phrase.instead === ''
            ? null
            : fixOf(
                `Say “${phrase.instead}”`,
                spans.map(
                  ({ start, end, quote }): TextEdit => ({
                    start,
                    end,
                    replacement: inCaseOf(quote, phrase.instead),
                  }),
                ),
              ),
        rewrite: phrase.instead === '' ? `Say it without the word “${phrase.phrase}”.` : null,
        points: Math.min(30, 12 + 6 * (spans.length - 1)),
      },
    ]
  })
}

/** Phrases that are found as one, however they are written. */
function keyOf(phrase: string): string {
  return phrase.trim().toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'")
}

function messageOf({ phrase }: AvoidedPhrase, times: number): string {
  return times === 1
    ? `“${phrase}” is not a word of this brand.`
    : `“${phrase}” is not a word of this brand, and stands here ${times} times.`
}
