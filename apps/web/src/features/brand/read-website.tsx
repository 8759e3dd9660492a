import type { Brand, WebsiteImport } from '@rheos/contract'
import { useNavigate } from '@tanstack/react-router'
import { Globe } from 'lucide-react'
import { useState } from 'react'
import { isOpen } from '../../api/generations.ts'
import { useImports } from '../../api/imports.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { isReviewed } from '../import/finding-words.ts'
import { ImportStart } from '../import/import-start.tsx'

/** Reads the website for this brand, or leads to a reading that is under way or not yet reviewed. */
export function ReadWebsite({ brand }: { readonly brand: Brand }) {
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [latest] = useImports(brand.id).data ?? []
  const waiting = latest === undefined ? undefined : waitingText(latest)
  return (
    <>
      {latest !== undefined && waiting !== undefined && (
        <LinkButton
          variant="primary"
          to="/brand/$brandId/imports/$importId"
          params={{ brandId: brand.id, importId: latest.id }}
        >
          {waiting}
        </LinkButton>
      )}
      <Button icon={<Globe size={16} aria-hidden="true" />} onClick={() => setAsking(true)}>
        Read website
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title="Read a website"
        description="What differs is shown first. Nothing you wrote by hand is replaced unless you accept it."
      >
        <ImportStart
          brandId={brand.id}
          initialUrl={brand.website ?? ''}
          onStarted={({ brandId, importId }) =>
            void navigate({
              to: '/brand/$brandId/imports/$importId',
              params: { brandId, importId },
            })
          }
        />
      </Dialog>
    </>
  )
}

function waitingText(read: WebsiteImport): string | undefined {
  if (isOpen(read.status)) return 'See the reading'
  if (read.findings.length === 0 || isReviewed(read)) return undefined
  return 'Review what was found'
}
