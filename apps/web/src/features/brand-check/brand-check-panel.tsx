import type { BrandFinding, CheckedSpan, NewBrandCheck } from '@rheos/contract'
import { useBrandCheck } from '../../api/brand-check.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useSettled } from '../use-settled.ts'
import { AddToBrand } from './add-to-brand.tsx'
import { applyEdits } from './apply-edits.ts'
import { BrandFindingItem } from './brand-finding-item.tsx'
import { BrandScore, NoScore } from './brand-score.tsx'
import { unknownText } from './finding-words.ts'

/** A fix to be made: the whole text as it is then, and in a few words what was done. */
export interface BrandFix {
  readonly text: string
  readonly label: string
}

/** What only a rewrite can put right: the instruction, and the piece it is about. */
export interface BrandRewrite {
  readonly instruction: string
  readonly span: CheckedSpan | undefined
}

export interface BrandCheckPanelProps {
  readonly brandId: string
  readonly text: string
  readonly network?: string
  /** Colours that text and its ground have on the media beside it. */
  readonly media?: NewBrandCheck['colors']
  readonly onFix: (fix: BrandFix) => void
  /** Offered where a finding can only be put right by writing anew. */
  readonly onRewrite?: (rewrite: BrandRewrite) => void
  /** What writing anew costs: `free`. */
  readonly rewritePrice?: string
}

const settleMs = 350

/** How well a text fits its brand, each reason with the line of the brand, and what puts it right. */
export function BrandCheckPanel(props: BrandCheckPanelProps) {
  const { brandId, network, media, onFix } = props
  const text = useSettled(props.text, settleMs)
  const check = useBrandCheck(brandId, {
    text,
    ...(network && { network }),
    ...(media && { colors: [...media] }),
  })
  if (text.trim() === '' && !media?.length) {
    return <p className="text-sm text-muted">There is nothing to check yet.</p>
  }
  if (check.isError) return <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />
  if (check.data === undefined) return <PanelSkeleton />
  const { data } = check
  // A fix counts by the offsets of the text that was checked.
  const isCurrent = data.text === props.text && !check.isPlaceholderData

  function fix({ fix: wanted }: BrandFinding): void {
    if (wanted !== null) onFix({ text: applyEdits(data.text, wanted.edits), label: wanted.label })
  }

  return (
    <section aria-label="Brand check" aria-busy={!isCurrent}>
      {data.score === null ? (
        <NoScore brandId={brandId} unknown={data.unknown} />
      ) : (
        <BrandScore
          score={data.score}
          findings={data.findings.length}
          isPartial={data.unknown.length > 0}
        />
      )}
      <ul className="mt-4 space-y-3">
        {data.findings.map((finding) => (
          <BrandFindingItem
            key={`${finding.code} ${finding.message} ${finding.spans[0]?.start ?? ''}`}
            finding={finding}
            scored={data.score !== null}
            busy={!isCurrent}
            onFix={() => fix(finding)}
            onRewrite={props.onRewrite}
            rewritePrice={props.rewritePrice}
          />
        ))}
      </ul>
      {data.score !== null && data.unknown.length > 0 && (
        <p className="mt-4 text-sm text-muted">
          Not looked at, as the brand does not say it yet: {unknownText(data.unknown)}.{' '}
          <AddToBrand brandId={brandId} unknown={data.unknown} />
        </p>
      )}
    </section>
  )
}

function PanelSkeleton() {
  return (
    <div className="space-y-3">
      <Skeleton className="h-9 w-40" />
      <Skeleton className="h-24 w-full rounded-lg" />
    </div>
  )
}
