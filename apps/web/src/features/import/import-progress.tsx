import type { WebsiteImport } from '@rheos/contract'
import { Check, Loader, X } from 'lucide-react'
import { problemFrom } from '../../api/api-error.ts'
import { useCancelImport } from '../../api/imports.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { countText } from '../count-text.ts'
import { pageText } from './finding-words.ts'

type Page = WebsiteImport['pages'][number]

/** The reading as it goes on: pages fill in as they are read; it can be left, and it can be stopped. */
export function ImportProgress({ read }: { readonly read: WebsiteImport }) {
  const cancel = useCancelImport(read.brandId)
  return (
    <section aria-label="Reading the website" className="max-w-lg">
      <p className="text-muted" role="status">
        {read.status === 'queued' ? 'Starting shortly.' : read.message}
      </p>
      <ol className="mt-6 min-h-64 space-y-1">
        {read.pages.map((page) => (
          <PageRow key={page.url} page={page} />
        ))}
      </ol>
      <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3">
        <Button loading={cancel.isPending} onClick={() => cancel.mutate(read.id)}>
          Stop reading
        </Button>
        <p className="text-sm text-muted tabular-nums">
          {countText(read.credits.held, 'credit')} set aside
        </p>
      </div>
      <p className="mt-4 text-sm text-muted">
        You can leave this page. You will be told when the findings are ready to review.
      </p>
      {cancel.error !== null && (
        <div className="mt-4">
          <ErrorNotice>{problemFrom(cancel.error).detail}</ErrorNotice>
        </div>
      )}
    </section>
  )
}

function PageRow({ page }: { readonly page: Page }) {
  return (
    <li className="flex items-center gap-3 rounded-md py-1.5 text-sm">
      <PageMark state={page.state} />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate">
          {page.title || pageText(page.url)}
        </span>
        {page.title !== '' && (
          <span className="block truncate text-xs text-muted">{pageText(page.url)}</span>
        )}
      </span>
      {page.state === 'failed' && <span className="text-xs text-muted">Could not be read</span>}
    </li>
  )
}

function PageMark({ state }: { readonly state: Page['state'] }) {
  if (state === 'read') return <Check aria-label="Read" className="size-4 text-success" />
  if (state === 'failed') return <X aria-label="Not read" className="size-4 text-muted" />
  return <Loader aria-label="Reading" className="size-4 animate-turn text-accent" />
}
