import type { WebsiteImport } from '@rheos/contract'
import { isOpen } from '../../api/generations.ts'
import { useImports } from '../../api/imports.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { isReviewed } from '../import/finding-words.ts'

/** Leads to a reading that is under way or not yet reviewed; nothing where there is none. */
export function ReviewWaiting({ brandId }: { readonly brandId: string }) {
  const [latest] = useImports(brandId).data ?? []
  const waiting = latest === undefined ? undefined : waitingText(latest)
  if (latest === undefined || waiting === undefined) return null
  return (
    <LinkButton
      variant="primary"
      to="/brand/$brandId/imports/$importId"
      params={{ brandId, importId: latest.id }}
    >
      {waiting}
    </LinkButton>
  )
}

function waitingText(read: WebsiteImport): string | undefined {
  if (isOpen(read.status)) return 'See the reading'
  if (read.findings.length === 0 || isReviewed(read)) return undefined
  return 'Review what was found'
}
