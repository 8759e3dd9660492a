import { X } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { Uploads } from './use-uploads.ts'

/** The files on their way, and those that could not go, each with its reason. */
export function PendingUploads({ uploads }: { readonly uploads: Uploads }) {
  if (uploads.pending.length === 0) return null
  return (
    <ul aria-label="Uploads" className="mb-6 divide-y divide-line rounded-lg border border-line">
      {uploads.pending.map((row) => (
        <li key={row.key} className="flex items-center gap-3 py-2 ps-4 pe-2 text-sm">
          {row.trouble === undefined && <Spinner />}
          <span className="min-w-0 grow py-1.5">
            <span dir="auto" className="block truncate font-medium">
              {row.name}
            </span>
            {row.trouble !== undefined && (
              <span role="alert" className="block text-danger">
                {row.trouble}
              </span>
            )}
          </span>
          {row.trouble !== undefined && (
            <IconButton
              size="sm"
              label={`Dismiss ${row.name}`}
              icon={<X size={16} />}
              onClick={() => uploads.dismiss(row.key)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
