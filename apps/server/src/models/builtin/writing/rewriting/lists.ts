import { sentence, sentencesOf } from '../sentences.ts'

const bullet = /^\s*(?:[-–—•*▪►✓]|\d{1,2}[.)])\s+/u

/** A line for each sentence. What is a list already stays one. */
export function bulleted(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines
    .flatMap((line) => (bullet.test(line) ? [line.replace(bullet, '')] : sentencesOf(line)))
    .map((said) => (/^#\p{L}/u.test(said) ? said : `• ${said}`))
    .join('\n')
}

/** Steps that are counted. */
export function numbered(text: string): string {
  let count = 0
  return bulleted(text)
    .split('\n')
    .map((line) => (line.startsWith('• ') ? `${++count}. ${line.slice(2)}` : line))
    .join('\n')
}

/** Points as sentences of one paragraph. */
export function asProse(text: string): string {
  const blocks = text.split(/\n\s*\n/)
  return blocks
    .map((block) =>
      block
        .split('\n')
        .map((line) => (bullet.test(line) ? sentence(line.replace(bullet, '')) : line.trim()))
        .filter((line) => line !== '')
        .join(' '),
    )
    .join('\n\n')
}

/** Paragraphs of two sentences at most. */
export function inParagraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const said = sentencesOf(line.trim())
      return said
        .map((one, at) => one + (at === said.length - 1 ? '' : at % 2 === 1 ? '\n\n' : ' '))
        .join('')
    })
    .join('\n')
}
