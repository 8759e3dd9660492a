import { ImageIcon, X } from 'lucide-react'
import { useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { contentUrl } from '../../api/assets.ts'
import { Button } from '../../ui/button.tsx'
import { AssetPicker } from '../library/asset-picker.tsx'

export interface BackgroundFieldProps {
  /** The picture of the library that is written on. */
  readonly value: string | null
  /** What it lies behind: `the slide`. */
  readonly behind: string
  readonly onChange: (assetId: string | null) => void
}

/** A picture of the library to write on, or the plain colour. */
export function BackgroundField({ value, behind, onChange }: BackgroundFieldProps) {
  const { id } = useWorkspace()
  const [picking, setPicking] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {value !== null && (
        <img
          src={contentUrl(id, value, { width: 320, format: 'webp' })}
          alt=""
          className="size-10 rounded-md border border-line bg-sunken object-cover"
        />
      )}
      <Button
        size="sm"
        icon={<ImageIcon size={16} aria-hidden="true" />}
        onClick={() => setPicking(true)}
      >
        {value === null ? 'Picture behind' : 'Change picture'}
      </Button>
      {value !== null && (
        <Button
          size="sm"
          variant="ghost"
          icon={<X size={16} aria-hidden="true" />}
          onClick={() => onChange(null)}
        >
          Without picture
        </Button>
      )}
      <AssetPicker
        title={`Picture behind ${behind}`}
        open={picking}
        onClose={() => setPicking(false)}
        onPick={(asset) => {
          onChange(asset.id)
          setPicking(false)
        }}
      />
    </div>
  )
}
