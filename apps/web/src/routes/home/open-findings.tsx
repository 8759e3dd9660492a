import type { Brand, WebsiteImport } from '@rheos/contract'
import { ArrowRight } from 'lucide-react'
import { isOpen } from '../../api/generations.ts'
import { useImports } from '../../api/imports.ts'
import { countText } from '../../features/count-text.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'

/** A reading of the website that runs, or whose findings nobody has looked at. */
export function OpenFindings({ brand }: { readonly brand: Brand }) {
  const newest = useImports(brand.id).data?.[0]
  const text = newest === undefined ? undefined : waitingText(newest)
  if (newest === undefined || text === undefined) return null
  const running = isOpen(newest.status)
  return (
    <section
      aria-label="What needs you"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4 rounded-xl bg-accent-soft p-5 sm:px-6"
    >
      <div className="flex min-w-0 items-center gap-3">
        {running && <Spinner size={18} />}
        <div className="min-w-0">
          <p className="font-medium">{text}</p>
          <p className="truncate text-sm text-muted">{newest.url}</p>
        </div>
      </div>
      <LinkButton
        to="/brand/$brandId/imports/$importId"
        params={{ brandId: brand.id, importId: newest.id }}
        variant={running ? 'secondary' : 'primary'}
      >
        {running ? 'Watch' : 'Review'}
        <ArrowRight size={16} aria-hidden="true" />
      </LinkButton>
    </section>
  )
}

function waitingText({ status, findings }: WebsiteImport): string | undefined {
  if (isOpen(status)) return 'Your website is being read'
  const open = findings.filter((finding) => finding.decision === null).length
  if (status !== 'succeeded' || open === 0) return undefined
  return `${countText(open, 'finding')} from your website ${open === 1 ? 'waits' : 'wait'} for you`
}
