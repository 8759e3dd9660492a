import type { Asset, AssetUse } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAssetUses } from '../../api/assets.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

const linkClass = 'rounded-sm font-medium underline decoration-line-strong underline-offset-3'

/** Where a picture is used. */
export function AssetUses({ asset }: { readonly asset: Asset }) {
  const uses = useAssetUses(asset.id)
  return (
    <section aria-label="Used in">
      <h3 className="text-sm font-medium">Used in</h3>
      {uses.isPending ? (
        <Skeleton className="mt-2 h-5 w-40" />
      ) : uses.isError ? (
        <p className="mt-1 text-sm text-muted">
          Could not be loaded.{' '}
          <button type="button" className="underline" onClick={() => void uses.refetch()}>
            Try again
          </button>
        </p>
      ) : uses.data.length === 0 ? (
        <p className="mt-1 text-sm text-muted">Nothing yet</p>
      ) : (
        <ul className="mt-1 space-y-1 text-sm wrap-anywhere">
          {uses.data.map((use) => (
            <li key={`${use.kind}-${use.id}`}>
              <UseLink use={use} />
              <span className="text-muted">{detailText(use)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function UseLink({ use }: { readonly use: AssetUse }): ReactNode {
  const title = <span dir="auto">{use.title || 'Untitled'}</span>
  if (use.kind === 'post') {
    return (
      <Link to="/posts/$postId" params={{ postId: use.id }} className={linkClass}>
        {title}
      </Link>
    )
  }
  if (use.kind === 'brand') {
    return (
      <Link to="/brand" className={linkClass}>
        {title}
      </Link>
    )
  }
  return (
    <Link to="/carousels/$carouselId" params={{ carouselId: use.id }} className={linkClass}>
      {title}
    </Link>
  )
}

function detailText({ kind, networks }: AssetUse): string {
  if (kind === 'brand') return ', as its logo'
  if (kind === 'carousel') return ', a carousel'
  return networks.length === 0 ? '' : `, for ${networks.join(', ')}`
}
