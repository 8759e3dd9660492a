import type { Brand } from '@rheos/contract'
import { Image as ImageIcon } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { AssetPicker } from '../library/asset-picker.tsx'

export interface LogoFieldProps {
  readonly logo: Brand['logo']
  readonly onChange: (assetId: string | null) => void
}

/** The logo, chosen from the library or uploaded. */
export function LogoField({ logo, onChange }: LogoFieldProps) {
  const [choosing, setChoosing] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-4">
      <div className="checkered flex size-24 items-center justify-center rounded-lg border border-line">
        {logo === null ? (
          <ImageIcon size={24} strokeWidth={1.5} aria-hidden="true" className="text-muted" />
        ) : (
          <img src={logo.url} alt="Logo" className="max-h-20 max-w-20 object-contain" />
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => setChoosing(true)}>
          {logo === null ? 'Choose a logo' : 'Change'}
        </Button>
        {logo !== null && (
          <Button variant="ghost" size="sm" onClick={() => onChange(null)}>
            Remove
          </Button>
        )}
      </div>
      <AssetPicker
        title="Choose a logo"
        open={choosing}
        onClose={() => setChoosing(false)}
        onPick={(asset) => {
          setChoosing(false)
          onChange(asset.id)
        }}
      />
    </div>
  )
}
