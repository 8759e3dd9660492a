import type { BrandFinding, TextEdit } from '@rheos/contract'
import { type Checked, fixOf, type Sentence, spanOf } from './checked.ts'
import { countWords } from './words.ts'

const wordsMax = { plain: 20, usual: 30 } as const
/** A sentence is only split where both halves can stand by themselves. */
const halfMin = 6
const joint =
  /[,;]?\s+(?:and|but|so|because|which means|und|aber|denn|et|mais|car|y|pero|porque)\s+(?=(?:we|you|it|they|this|that|i|the|our|your|there|wir|du|sie|es|das|die|der|nous|vous|il|elle|le|la|les|nosotros|el|es)(?!\p{L}))|;\s+|\s+[–—]\s+/giu

/** Sentences longer than the brand's tone bears. What a network allows is asked elsewhere. */
export function tooLong({ text, sentences, tone }: Checked): BrandFinding[] {
  const plain = tone.find(({ trait }) => trait === 'plain')
  const max = plain === undefined ? wordsMax.usual : wordsMax.plain
  const long = sentences.filter(({ words }) => words > max)
  if (long.length === 0) return []
  const edits = long.flatMap((sentence) => splitOf(text, sentence) ?? [])
  const [first] = long
  return [
    {
      code: 'too_long',
      severity: plain === undefined ? 'low' : 'medium',
      message:
        long.length === 1
          ? `A sentence of ${first?.words} words is long to read.`
          : `${long.length} sentences have more than ${max} words.`,
      why: plain?.why ?? 'Sentences of more than 30 words lose their readers',
      spans: long.map(({ start, end }) => spanOf(text, start, end)),
      fix: fixOf(edits.length === 1 ? 'Make it two sentences' : 'Split the sentences', edits),
      rewrite: edits.length === long.length ? null : `Say it in sentences of at most ${max} words.`,
      points: Math.min(20, (plain === undefined ? 4 : 7) * long.length),
    },
  ]
}

/** Where a sentence can be cut in two, nearest to its middle. */
function splitOf(text: string, sentence: Sentence): TextEdit[] | undefined {
  const cuts = [...sentence.text.matchAll(joint)].filter(
    ({ index, 0: match }) =>
      countWords(sentence.text.slice(0, index)) >= halfMin &&
      countWords(sentence.text.slice(index + match.length)) >= halfMin,
  )
  const middle = sentence.text.length / 2
  const [cut] = cuts.sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle))
  if (cut === undefined) return undefined
  const start = sentence.start + cut.index
  const end = start + cut[0].length
  const next = [...text.slice(end, end + 2)][0] ?? ''
  return [{ start, end: end + next.length, replacement: `. ${next.toUpperCase()}` }]
}
