import type { WebsiteImport } from '@rheos/contract'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { isOpen } from '../../api/generations.ts'
import { useImport } from '../../api/imports.ts'
import { pageText } from '../../features/import/finding-words.ts'
import { ImportEnded } from '../../features/import/import-ended.tsx'
import { ImportProgress } from '../../features/import/import-progress.tsx'
import { ImportReview } from '../../features/import/import-review.tsx'
import { Trouble } from '../../features/trouble.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export function ImportPage() {
  const { importId } = useParams({ from: '/studio/brand/$brandId/imports/$importId' })
  const read = useImport(importId)
  return (
    <>
      <PageHeader
        title={read.data === undefined ? 'Website' : titleOf(read.data)}
        back={
          <Link to="/brand" className="hit-area hover:text-ink">
            ← Brand
          </Link>
        }
      />
      {read.data !== undefined ? (
        <ImportView read={read.data} />
      ) : read.isError ? (
        <Trouble
          error={read.error}
          onRetry={() => void read.refetch()}
          gone="This reading is not here any more"
          way={<LinkButton to="/brand">See the brand</LinkButton>}
        />
      ) : (
        <div className="max-w-prose space-y-4">
          <Skeleton className="h-6 w-56" />
          <Skeleton className="h-48 w-full rounded-lg" />
          <Skeleton className="h-48 w-full rounded-lg" />
        </div>
      )}
    </>
  )
}

function ImportView({ read }: { readonly read: WebsiteImport }) {
  const navigate = useNavigate()
  if (isOpen(read.status)) return <ImportProgress read={read} />
  if (read.findings.length > 0) return <ImportReview read={read} />
  return (
    <ImportEnded
      read={read}
      onStarted={({ brandId, importId }) =>
        void navigate({
          to: '/brand/$brandId/imports/$importId',
          params: { brandId, importId },
          replace: true,
        })
      }
    />
  )
}

function titleOf(read: WebsiteImport): string {
  const site = pageText(read.url)
  if (isOpen(read.status)) return `Reading ${site}`
  return read.findings.length > 0 ? `What ${site} says` : site
}
