import type { Brand } from '@rheos/contract'
import { useNavigate } from '@tanstack/react-router'
import { Globe } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ImportStart } from '../import/import-start.tsx'

export interface ReadWebsiteProps {
  readonly brand: Brand
  readonly label?: string
}

/** Reads a website for this brand. */
export function ReadWebsite({ brand, label = 'Read website' }: ReadWebsiteProps) {
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button icon={<Globe size={16} aria-hidden="true" />} onClick={() => setAsking(true)}>
        {label}
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
