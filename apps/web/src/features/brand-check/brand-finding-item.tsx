import type { BrandFinding } from '@rheos/contract'
import { WandSparkles } from 'lucide-react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import type { BrandRewrite } from './brand-check-panel.tsx'
import { codeLabels } from './finding-words.ts'

const tones = { high: 'danger', medium: 'warning', low: 'neutral' } as const
const quotesMax = 3
const quoteMax = 90

export interface BrandFindingItemProps {
  readonly finding: BrandFinding
  /** There is a score that its points are taken from. */
  readonly scored: boolean
  /** The text has changed since it was checked. */
  readonly busy: boolean
  readonly onFix: () => void
  readonly onRewrite: ((rewrite: BrandRewrite) => void) | undefined
  readonly rewritePrice: string | undefined
}

/** One reason: what, where, by which line of the brand, and the way to put it right. */
export function BrandFindingItem(props: BrandFindingItemProps) {
  const { finding, scored, busy, onFix, onRewrite, rewritePrice } = props
  const { fix, rewrite } = finding
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Badge tone={tones[finding.severity]}>{codeLabels[finding.code]}</Badge>
        {scored && <span className="text-xs text-muted tabular-nums">−{finding.points}</span>}
      </div>
      <p dir="auto" className="mt-2 text-sm font-medium">
        {finding.message}
      </p>
      <Quotes finding={finding} />
      <p dir="auto" className="mt-2 text-xs text-muted">
        {finding.why}
      </p>
      {rewrite !== null && onRewrite === undefined && (
        <p dir="auto" className="mt-2 text-sm">
          {rewrite}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {fix !== null && (
          <Button size="sm" disabled={busy} onClick={onFix}>
            {fix.label}
          </Button>
        )}
        {rewrite !== null && onRewrite !== undefined && (
          <Button
            size="sm"
            disabled={busy}
            price={rewritePrice}
            icon={<WandSparkles size={15} aria-hidden="true" />}
            onClick={() => onRewrite({ instruction: rewrite, span: finding.spans[0] })}
          >
            Rewrite
          </Button>
        )}
      </div>
    </li>
  )
}

/** The pieces of the text that it is about, where they say more than the sentence above them. */
function Quotes({ finding }: { readonly finding: BrandFinding }) {
  const quotes = [...new Set(finding.spans.map(({ quote }) => quote.trim()))].filter(
    (quote) => quote.length > 12 && !finding.message.includes(quote),
  )
  if (quotes.length === 0) return null
  return (
    <ul className="mt-2 space-y-1">
      {quotes.slice(0, quotesMax).map((quote) => (
        <li key={quote} dir="auto" className="text-sm">
          <mark className="rounded-sm bg-warning-soft px-1 text-ink">{shortened(quote)}</mark>
        </li>
      ))}
    </ul>
  )
}

function shortened(quote: string): string {
  return quote.length <= quoteMax
    ? quote
    : `${quote.slice(0, quoteMax).replace(/[\ud800-\udbff]$/, '')}…`
}
