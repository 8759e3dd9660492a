import type { Asset } from '@rheos/contract'
import { Download } from 'lucide-react'
import { useWorkspace } from '../../api/account.ts'
import { contentUrl } from '../../api/assets.ts'

const formats = [
  { format: 'png', label: 'PNG' },
  { format: 'jpeg', label: 'JPEG' },
  { format: 'webp', label: 'WebP' },
] as const

const linkClass =
  'inline-flex h-10 items-center gap-1.5 rounded-md border border-line px-3 text-sm hover:bg-hover'

/** The picture as a file, in the format one needs; a video as it is. */
export function DownloadLinks({ asset }: { readonly asset: Asset }) {
  const { id } = useWorkspace()
  const isVideo = asset.durationMs !== null
  return (
    <div>
      <p className="text-sm font-medium">Download</p>
      <ul className="mt-1.5 flex flex-wrap gap-2">
        {isVideo && (
          <li>
            <a href={asset.downloadUrl} download className={linkClass}>
              <Download aria-hidden="true" className="size-4 text-muted" />
              Video
            </a>
          </li>
        )}
        {asset.animated && (
          <li>
            <a
              href={contentUrl(id, asset.id, { animated: true, download: true })}
              download
              className={linkClass}
            >
              <Download aria-hidden="true" className="size-4 text-muted" />
              Animation
            </a>
          </li>
        )}
        {(isVideo ? [] : formats).map(({ format, label }) => (
          <li key={format}>
            <a
              href={contentUrl(id, asset.id, { format, download: true })}
              download
              className={linkClass}
            >
              <Download aria-hidden="true" className="size-4 text-muted" />
              {label}
            </a>
          </li>
        ))}
      </ul>
      {asset.watermarked && (
        <p className="mt-2 text-sm text-muted">
          Carries the small #Rheos mark of the Free plan. An upgrade lifts it, here too.
        </p>
      )}
    </div>
  )
}
