import { diffArrays } from 'diff'

export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
  /** Where it stands among the changes. */
  readonly at: number
}

/** Texts that differ more than this are shown one after the other: nobody would follow the words. */
const editsMax = 1000

/** What became of a text, word by word, in any script. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: editsMax })
  if (changes === undefined) {
    return [
      { kind: 'removed', text: before, at: 0 },
      { kind: 'added', text: after, at: 1 },
    ]
  }
  return changes.map(({ value, added, removed }, at) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
    at,
  }))
}

/** Words, each with the spaces after it. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (/^[ \t]+$/.test(segment) && words.length > 0) words[words.length - 1] += segment
    else words.push(segment)
  }
  return words
}
