import { Link } from '@tanstack/react-router'
import { useAssets } from '../../api/assets.ts'
import { AssetPicture } from '../../features/library/asset-picture.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { HomeSection, moreLinkClass } from './home-section.tsx'

const shown = 4
/** As large as it gets on a wide page. */
const frame = { width: 224, height: 224 }
/** Read so that enough are left when the slides of a carousel are not shown. */
const read = 24

/** The newest of the brand’s pictures, however they came. */
export function RecentPictures({ brandId }: { readonly brandId: string }) {
  const { data, error, refetch } = useAssets({ brandId }, read)
  // Slides are seen with their carousel; ten of one would push everything else out.
  const images = data?.pages[0]?.items.filter(({ kind }) => kind !== 'slide').slice(0, shown)
  return (
    <HomeSection
      title="Recent pictures"
      more={
        <Link to="/library" className={moreLinkClass}>
          Library
        </Link>
      }
    >
      {images === undefined && error !== null && (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      )}
      {images === undefined && error === null && (
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {Array.from({ length: shown }, (_, index) => index).map((index) => (
            <Skeleton key={index} className="aspect-square" />
          ))}
        </div>
      )}
      {images?.length === 0 && (
        <div className="flex flex-wrap items-center justify-between gap-4 rounded-xl border border-dashed border-line p-5">
          <p className="text-muted">
            Pictures you make, design or upload for this brand appear here.
          </p>
          <LinkButton to="/images">Make an image</LinkButton>
        </div>
      )}
      {images !== undefined && images.length > 0 && (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {images.map((asset) => (
            <li key={asset.id}>
              <Link
                to="/library"
                search={{ asset: asset.id }}
                className="relative block aspect-square overflow-hidden rounded-lg bg-sunken"
              >
                <AssetPicture asset={asset} sizes="(min-width: 40rem) 14rem, 45vw" frame={frame} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </HomeSection>
  )
}
