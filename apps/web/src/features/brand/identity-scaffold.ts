/** The sections that an empty document begins with; each line says what belongs there. */
export function identityScaffold(name: string): string {
  return `# ${name}

## Tone

- 

## Voice

- 

## Do

- 

## Don’t

- Don’t say: 
`
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Words as people count them, also in languages that write none apart; marks of Markdown are none. */
export function countWords(text: string): number {
  let words = 0
  // Line by line: the segmenter takes time that grows with the square of what it is given at once.
  for (const line of text.match(/.{1,1000}(?=\s|$)|.{1,1000}/gu) ?? []) {
    for (const { isWordLike } of segmenter.segment(line)) if (isWordLike) words += 1
  }
  return words
}
