import type { Network } from '@rheos/contract'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { foldText } from './fold-text.ts'
import { networkLooks } from './network-look.ts'
import { RichText } from './rich-text.tsx'

export interface FoldedTextProps {
  readonly network: Network
  readonly text: string
  readonly className?: string
  /** Stands before the text, as the account's name does on Instagram. */
  readonly lead?: ReactNode
}

/** The text as the network folds it, with its own words to unfold it. */
export function FoldedText({ network, text, className = '', lead }: FoldedTextProps) {
  const [isOpen, setOpen] = useState(false)
  const { fold } = networkLooks[network]
  const shown = fold === null || isOpen ? undefined : foldText(text, fold)
  if (text.trim() === '' && lead === undefined) return null
  return (
    <div dir="auto" className={`whitespace-pre-wrap wrap-anywhere ${className}`}>
      {lead}
      <RichText network={network} text={shown ?? text} />
      {shown !== undefined && (
        <>
          {'… '}
          <button
            type="button"
            className="hit-area text-(--preview-muted) hover:underline"
            onClick={() => setOpen(true)}
          >
            {fold?.more.replace('…', '')}
          </button>
        </>
      )}
    </div>
  )
}
