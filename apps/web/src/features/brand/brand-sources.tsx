import type { Brand } from '@rheos/contract'
import { useState } from 'react'
import { useBrandSources } from '../../api/brand-sources.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { countText } from '../count-text.ts'
import { AddSource } from './add-source.tsx'
import { BrandSection } from './brand-section.tsx'
import { SourceDialog } from './source-dialog.tsx'
import { SourceRow } from './source-row.tsx'

/** What the brand was told of: documents, pasted text and websites, from which posts take facts. */
export function BrandSources({ brand }: { readonly brand: Brand }) {
  const sources = useBrandSources(brand.id)
  const [openId, setOpenId] = useState<string>()
  const items = sources.data ?? []
  const opened = items.find((source) => source.id === openId)
  return (
    <BrandSection
      id="sources"
      summary={items.length === 0 ? '' : countText(items.length, 'source')}
      hint="Facts that posts may take up: a brochure, a price list, notes of a talk. Only the text is kept."
    >
      <AddSource brand={brand} />
      {sources.isPending ? (
        <SourcesSkeleton />
      ) : sources.isError && items.length === 0 ? (
        <ErrorNotice
          className="mt-4"
          error={sources.error}
          onRetry={() => void sources.refetch()}
        />
      ) : items.length === 0 ? null : (
        <ul aria-label="Sources" className="mt-5 divide-y divide-line border-t border-line">
          {items.map((source) => (
            <SourceRow key={source.id} source={source} onOpen={() => setOpenId(source.id)} />
          ))}
        </ul>
      )}
      {opened !== undefined && (
        <SourceDialog key={opened.id} source={opened} onClose={() => setOpenId(undefined)} />
      )}
    </BrandSection>
  )
}

function SourcesSkeleton() {
  return (
    <div className="mt-5 space-y-3">
      <Skeleton className="h-16 w-full rounded-lg" />
      <Skeleton className="h-16 w-full rounded-lg" />
    </div>
  )
}
