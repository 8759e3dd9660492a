import { describe, expect, it } from 'vitest'
import { type MarkdownEdit, markdownEdit, nextItem, type Replacement } from './markdown-edits.ts'

/** `[` and `]` mark what is selected; one `|` a caret. */
function selected(marked: string) {
  const start = marked.search(/[[|]/)
  const text = marked.replace(/[[\]|]/g, '')
  const end = marked.includes(']') ? marked.indexOf(']') - 1 : start
  return { text, start, end }
}

function after(marked: string, replacement: Replacement | undefined): string | undefined {
  if (replacement === undefined) return undefined
  const { text } = selected(marked)
  const { from, to, start, end } = replacement
  const changed = text.slice(0, from) + replacement.text + text.slice(to)
  return start === end
    ? `${changed.slice(0, start)}|${changed.slice(start)}`
    : `${changed.slice(0, start)}[${changed.slice(start, end)}]${changed.slice(end)}`
}

describe('markdownEdit', () => {
  it.each<[MarkdownEdit, string, string]>([
    ['bold', 'a [warm] voice', 'a **[warm]** voice'],
    ['bold', 'a **[warm]** voice', 'a [warm] voice'],
    ['bold', 'a |', 'a **|**'],
    ['heading', 'Do|', '## Do|'],
    ['heading', '## Do|', 'Do|'],
    ['heading', '# Do|', '## Do|'],
    ['list', 'x\n[one\ntwo]\ny', 'x\n[- one\n- two]\ny'],
    ['list', '[- one\n- two]', '[one\ntwo]'],
    ['list', 'خبز|', '- خبز|'],
  ])('%s: %j', (edit, before, expected) => {
    expect(after(before, markdownEdit(edit, selected(before)))).toBe(expected)
  })
})

describe('nextItem', () => {
  it.each([
    ['- one|', '- one\n- |'],
    ['- one\n- |', '- one\n|'],
    ['2. two|', '2. two\n3. |'],
    ['  * deep|', '  * deep\n  * |'],
    ['no list|', undefined],
    ['[- one]', undefined],
  ])('%j', (before, expected) => {
    expect(after(before, nextItem(selected(before)))).toBe(expected)
  })
})
