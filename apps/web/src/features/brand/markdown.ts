/** The little Markdown of an identity document, as blocks to draw; anything else is plain text. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Span[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly (readonly Span[])[]
    }
  | { readonly kind: 'rule' }

export interface Span {
  readonly text: string
  readonly mark?: 'strong' | 'em' | 'code'
}

export function parseMarkdown(source: string): readonly Block[] {
  const blocks: Block[] = []
  let paragraph: string[] = []
  let list: { ordered: boolean; items: string[] } | undefined
  const close = (): void => {
    if (paragraph.length > 0)
      blocks.push({ kind: 'paragraph', text: parseSpans(paragraph.join(' ')) })
    if (list !== undefined)
      blocks.push({ kind: 'list', ordered: list.ordered, items: list.items.map(parseSpans) })
    paragraph = []
    list = undefined
  }
  for (const line of source.split(/\r?\n/)) {
    const item = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/.exec(line)
    const single = lineBlock(line)
    if (single !== undefined) {
      close()
      blocks.push(single)
    } else if (item !== null) {
      const ordered = item[1] !== undefined
      if (list?.ordered !== ordered) close()
      list ??= { ordered, items: [] }
      list.items.push(item[2] ?? '')
    } else if (line.trim() === '') close()
    else if (list !== undefined && /^\s/.test(line)) appendTo(list.items, line.trim())
    else {
      if (list !== undefined) close()
      paragraph.push(line.trim())
    }
  }
  close()
  return blocks
}

function lineBlock(line: string): Block | undefined {
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line)
  if (heading !== null) {
    const level = Math.min(heading[1]?.length ?? 1, 3) as 1 | 2 | 3
    return { kind: 'heading', level, text: parseSpans(heading[2] ?? '') }
  }
  return /^\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line) ? { kind: 'rule' } : undefined
}

function appendTo(items: string[], text: string): void {
  items.push(`${items.pop() ?? ''} ${text}`)
}

function parseSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  let end = 0
  for (const match of text.matchAll(
    /\*\*(.+?)\*\*|`([^`]+)`|(?<!\w)[*_]([^*_\s][^*_]*)[*_](?!\w)/g,
  )) {
    if (match.index > end) spans.push({ text: text.slice(end, match.index) })
    const [whole, strong, code, em] = match
    if (strong !== undefined) spans.push({ text: strong, mark: 'strong' })
    else if (code !== undefined) spans.push({ text: code, mark: 'code' })
    else spans.push({ text: em ?? whole, mark: 'em' })
    end = match.index + whole.length
  }
  if (end < text.length) spans.push({ text: text.slice(end) })
  return spans
}
