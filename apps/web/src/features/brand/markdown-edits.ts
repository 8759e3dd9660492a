/** A text with what is selected of it, as a text box has them. */
export interface Selected {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What is to be put in place of `from`–`to`, and what is selected then. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly start: number
  readonly end: number
}

export type MarkdownEdit = 'bold' | 'heading' | 'list'

const edits: Readonly<Record<MarkdownEdit, (selected: Selected) => Replacement>> = {
  bold,
  heading: (selected) => linesOf(selected, headed),
  list: (selected) => linesOf(selected, listed),
}

export function markdownEdit(edit: MarkdownEdit, selected: Selected): Replacement {
  return edits[edit](selected)
}

/** Enter within a list begins the next item; on an empty one it ends the list. */
export function nextItem({ text, start, end }: Selected): Replacement | undefined {
  if (start !== end) return undefined
  const from = text.lastIndexOf('\n', start - 1) + 1
  const item = /^(\s*)([-*+]|\d+[.)])\s(.*)$/.exec(text.slice(from, start))
  if (item === null) return undefined
  const [, indent = '', mark = '', said = ''] = item
  if (said.trim() === '') return { from, to: start, text: '', start: from, end: from }
  const next = /^\d/.test(mark) ? mark.replace(/^\d+/, (n) => String(Number(n) + 1)) : mark
  const added = `\n${indent}${next} `
  const at = start + added.length
  return { from: start, to: end, text: added, start: at, end: at }
}

function bold({ text, start, end }: Selected): Replacement {
  const isBold = text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**'
  const inner = text.slice(start, end)
  if (isBold) {
    return { from: start - 2, to: end + 2, text: inner, start: start - 2, end: end - 2 }
  }
  return { from: start, to: end, text: `**${inner}**`, start: start + 2, end: end + 2 }
}

/** Changes the lines that the selection touches, all of them the same way. */
function linesOf(
  { text, start, end }: Selected,
  change: (lines: readonly string[]) => readonly string[],
): Replacement {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const nextBreak = text.indexOf('\n', end)
  const to = nextBreak === -1 ? text.length : nextBreak
  const changed = change(text.slice(from, to).split('\n')).join('\n')
  const at = from + changed.length
  return { from, to, text: changed, start: start === end ? at : from, end: at }
}

function headed(lines: readonly string[]): string[] {
  const isHeaded = lines.every((line) => /^## /.test(line))
  return lines.map((line) => (isHeaded ? line.slice(3) : `## ${line.replace(/^#{1,6}\s+/, '')}`))
}

function listed(lines: readonly string[]): string[] {
  const isListed = lines.every((line) => /^\s*[-*+] /.test(line))
  return lines.map((line) =>
    isListed ? line.replace(/^(\s*)[-*+] /, '$1') : `- ${line.replace(/^\s*[-*+] /, '')}`,
  )
}
