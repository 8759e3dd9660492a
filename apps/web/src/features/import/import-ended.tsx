import type { WebsiteImport } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { chargeText } from './finding-words.ts'
import { ImportStart } from './import-start.tsx'
import type { Reading } from './use-start-reading.ts'

/** A reading that found nothing to review: why, what it cost by the ledger, and the way on. */
export function ImportEnded({
  read,
  onStarted,
}: {
  readonly read: WebsiteImport
  readonly onStarted: (reading: Reading) => void
}) {
  const reason =
    read.error?.detail ??
    (read.status === 'cancelled' ? 'The reading was stopped.' : 'Nothing could be found there.')
  return (
    <section className="max-w-lg">
      <div role="status">
        <h2 className="text-lg font-semibold">
          {read.status === 'cancelled' ? 'Reading stopped' : 'The website could not be read'}
        </h2>
        <p className="mt-1 text-muted">
          {reason} {chargeText(read.credits)}
        </p>
      </div>
      <div className="mt-6">
        <ImportStart
          brandId={read.brandId}
          initialUrl={read.url}
          label="Try again"
          onStarted={onStarted}
        />
      </div>
      <p className="mt-6 text-sm text-muted">
        Or{' '}
        <Link to="/brand" className="text-accent-ink underline underline-offset-2">
          fill in the brand by hand
        </Link>
        .
      </p>
    </section>
  )
}
