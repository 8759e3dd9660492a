import { useMemo } from 'react'
import { type Block, parseMarkdown, type Span } from './markdown.ts'

/** A short document of Markdown, drawn; whatever is not Markdown stays text. */
export function MarkdownView({ source }: { readonly source: string }) {
  const blocks = useMemo(() => parseMarkdown(source), [source])
  return (
    <div dir="auto" className="space-y-3 leading-relaxed break-words">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place.
        <BlockView key={index} block={block} />
      ))}
    </div>
  )
}

const headings = {
  1: 'text-xl font-semibold',
  2: 'pt-2 text-base font-semibold',
  3: 'text-sm font-semibold',
} as const

function BlockView({ block }: { readonly block: Block }) {
  if (block.kind === 'rule') return <hr className="border-line" />
  if (block.kind === 'paragraph')
    return (
      <p>
        <Spans spans={block.text} />
      </p>
    )
  if (block.kind === 'heading') {
    // Below the page's own headings, whatever the document calls its first.
    const Tag = `h${block.level + 2}` as 'h3' | 'h4' | 'h5'
    return (
      <Tag className={headings[block.level]}>
        <Spans spans={block.text} />
      </Tag>
    )
  }
  const List = block.ordered ? 'ol' : 'ul'
  return (
    <List className={`space-y-1 ps-5 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
      {block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place.
        <li key={index}>
          <Spans spans={item} />
        </li>
      ))}
    </List>
  )
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map((span, index) => {
    const key = `${index}`
    if (span.mark === 'strong') return <strong key={key}>{span.text}</strong>
    if (span.mark === 'em') return <em key={key}>{span.text}</em>
    if (span.mark === 'code') {
      return (
        <code key={key} className="rounded-sm bg-sunken px-1 text-[0.9em]">
          {span.text}
        </code>
      )
    }
    return span.text
  })
}
