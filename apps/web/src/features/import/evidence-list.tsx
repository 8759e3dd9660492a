import type { Evidence } from '@rheos/contract'
import { ExternalLink } from 'lucide-react'
import { pageText, sourceText } from './finding-words.ts'

/** Where a finding comes from: what stands there, where on the page, and the page itself. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null
  const [first, ...rest] = evidence
  return (
    <div className="mt-4 text-sm">
      {first !== undefined && <EvidenceLine evidence={first} />}
      {rest.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer text-muted hover:text-ink">
            {rest.length} more {rest.length === 1 ? 'place' : 'places'}
          </summary>
          <div className="mt-2 space-y-3">
            {rest.map((one) => (
              <EvidenceLine key={`${one.page} ${one.source} ${one.snippet}`} evidence={one} />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}

function EvidenceLine({ evidence }: { readonly evidence: Evidence }) {
  return (
    <figure>
      {evidence.snippet !== '' && (
        <blockquote dir="auto" className="line-clamp-3 break-words text-muted">
          “{evidence.snippet}”
        </blockquote>
      )}
      <figcaption className="mt-1 flex min-w-0 flex-wrap items-center gap-x-2 text-xs text-muted">
        <a
          href={evidence.page}
          target="_blank"
          rel="noreferrer noopener"
          className="inline-flex min-w-0 items-center gap-1 text-accent underline-offset-2 hover:underline"
        >
          <span className="truncate">{pageText(evidence.page)}</span>
          <ExternalLink aria-hidden="true" className="size-3 shrink-0" />
          <span className="sr-only">(opens in a new tab)</span>
        </a>
        <span className="break-all">{sourceText(evidence.source)}</span>
      </figcaption>
    </figure>
  )
}
