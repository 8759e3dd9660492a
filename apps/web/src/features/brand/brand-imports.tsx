import type { Brand, WebsiteImport } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { isOpen } from '../../api/generations.ts'
import { useImports } from '../../api/imports.ts'
import { Badge } from '../../ui/badge.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { countText } from '../count-text.ts'
import { isReviewed, pageText } from '../import/finding-words.ts'
import { whenText } from '../when.ts'
import { BrandSection } from './brand-section.tsx'

/** Every reading of a website for this brand; each leads to what it found and what differs now. */
export function BrandImports({ brand }: { readonly brand: Brand }) {
  const imports = useImports(brand.id)
  const items = imports.data ?? []
  return (
    <BrandSection
      id="imports"
      summary={items.length === 0 ? '' : countText(items.length, 'reading')}
      hint="What was read on your website, field by field, beside what the brand says now."
    >
      {imports.isPending ? (
        <Skeleton className="h-14 w-full rounded-lg" />
      ) : imports.isError && items.length === 0 ? (
        <ErrorNotice error={imports.error} onRetry={() => void imports.refetch()} />
      ) : items.length === 0 ? (
        <p className="text-muted">
          No website was read yet. “Read website” above fills the brand in.
        </p>
      ) : (
        <ul aria-label="Website readings" className="divide-y divide-line border-t border-line">
          {items.map((read) => (
            <ImportRow key={read.id} brandId={brand.id} read={read} />
          ))}
        </ul>
      )}
    </BrandSection>
  )
}

function ImportRow({ brandId, read }: { readonly brandId: string; readonly read: WebsiteImport }) {
  const state = stateOf(read)
  return (
    <li>
      <Link
        to="/brand/$brandId/imports/$importId"
        params={{ brandId, importId: read.id }}
        className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3 hover:bg-hover"
      >
        <span dir="ltr" className="min-w-0 truncate font-medium">
          {pageText(read.url)}
        </span>
        <Badge tone={state.tone}>{state.text}</Badge>
        <span className="ms-auto text-sm text-muted tabular-nums">
          {countText(read.pages.length, 'page')}, {whenText(read.createdAt)}
        </span>
      </Link>
    </li>
  )
}

function stateOf(read: WebsiteImport): {
  readonly text: string
  readonly tone: 'neutral' | 'accent' | 'danger'
} {
  if (isOpen(read.status)) return { text: 'being read', tone: 'accent' }
  if (read.findings.length === 0) {
    return read.status === 'cancelled'
      ? { text: 'stopped', tone: 'neutral' }
      : { text: 'not read', tone: 'danger' }
  }
  const open = read.findings.filter(({ decision }) => decision === null).length
  return isReviewed(read)
    ? { text: 'reviewed', tone: 'neutral' }
    : { text: `${countText(open, 'finding')} to review`, tone: 'accent' }
}
