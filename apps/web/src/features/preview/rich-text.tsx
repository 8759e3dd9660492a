import type { Network } from '@rheos/contract'
import { findEntities } from '@rheos/preflight'
import { Fragment, type ReactNode } from 'react'
import { networkLooks } from './network-look.ts'

export interface RichTextProps {
  readonly network: Network
  readonly text: string
}

/** A text as text, with what the network makes of it in its colour. Nothing in it can be pressed. */
export function RichText({ network, text }: RichTextProps) {
  const { coloured, linkMax } = networkLooks[network]
  const pieces: ReactNode[] = []
  let from = 0
  for (const { kind, start, end, text: word } of findEntities(text)) {
    if (!coloured.includes(kind)) continue
    if (network === 'mastodon' && kind === 'link' && !/^https?:/i.test(word)) continue
    pieces.push(<Fragment key={from}>{text.slice(from, start)}</Fragment>)
    pieces.push(
      <span key={`${start} ${kind}`} className="text-(--preview-link)">
        {kind === 'link' && linkMax !== null ? shortLink(word, linkMax) : word}
      </span>,
    )
    from = end
  }
  pieces.push(<Fragment key="end">{text.slice(from)}</Fragment>)
  return <>{pieces}</>
}

function shortLink(link: string, max: number): string {
  const bare = link.replace(/^https?:\/\/(www\.)?/i, '')
  return bare.length > max ? `${bare.slice(0, max)}…` : bare
}
