import type { BrandLogo } from '@rheos/contract'
import { Image as ImageIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Input } from '../../ui/input.tsx'
import type { BrandEdit } from './brand-edit.ts'
import { readableOn } from './contrast.ts'
import { quietControl } from './quiet-control.ts'
import type { BrandEditor } from './use-brand-editor.ts'

const AssetPicker = lazy(async () => ({
  default: (await import('../library/asset-picker.tsx')).AssetPicker,
}))

interface LogoPlace {
  readonly field: 'logo' | 'logoOnDark' | 'logoIcon'
  readonly label: string
  readonly hint: string
}

const places: readonly LogoPlace[] = [
  { field: 'logo', label: 'Main', hint: 'On light grounds' },
  { field: 'logoOnDark', label: 'On dark', hint: 'For dark grounds' },
  { field: 'logoIcon', label: 'Icon', hint: 'Small and square' },
]

/** A ground as dark posts have it, whatever the theme of the page. */
const darkGround = '#1c1b18'

/** The logos of a brand, each for a place of its own, with what is said to those who do not see them. */
export function LogoFields({ view, edit }: Pick<BrandEditor, 'view' | 'edit'>) {
  return (
    <ul className="grid gap-5 sm:grid-cols-3">
      {places.map((place) => (
        <LogoSlot
          key={place.field}
          place={place}
          logo={view[place.field]}
          onChange={(logo) => edit(changeOf(place.field, logo))}
        />
      ))}
    </ul>
  )
}

type Picked = { readonly assetId: string; readonly alt: string } | null

function changeOf(field: LogoPlace['field'], logo: Picked): BrandEdit {
  if (field !== 'logo') return { [field]: logo && { ...logo } }
  return { logoAssetId: logo?.assetId ?? null, logoAlt: logo?.alt ?? '' }
}

interface LogoSlotProps {
  readonly place: LogoPlace
  readonly logo: BrandLogo | null
  readonly onChange: (logo: Picked) => void
}

function LogoSlot({ place, logo, onChange }: LogoSlotProps) {
  const [choosing, setChoosing] = useState(false)
  const { label, hint } = place
  const isOnDark = place.field === 'logoOnDark'
  return (
    <li className="min-w-0">
      <div
        className={classNames(
          'flex h-28 items-center justify-center rounded-lg border border-line p-4',
          logo !== null && !isOnDark && 'checkered',
        )}
        style={isOnDark ? { backgroundColor: darkGround } : undefined}
      >
        {logo === null ? (
          <ImageIcon
            size={24}
            strokeWidth={1.5}
            aria-hidden="true"
            className={isOnDark ? 'opacity-60' : 'text-muted'}
            style={isOnDark ? { color: readableOn(darkGround) } : undefined}
          />
        ) : (
          <img
            src={logo.url}
            alt={logo.alt || `${label} logo`}
            className="max-h-full max-w-full object-contain"
          />
        )}
      </div>
      <p className="mt-2 text-sm font-medium">{label}</p>
      <p className="text-xs text-muted">{hint}</p>
      {logo !== null && (
        <Input
          aria-label={`Alt text of the ${label.toLowerCase()} logo`}
          className={quietControl}
          maxLength={200}
          placeholder="Alt text"
          value={logo.alt}
          onChange={(event) => onChange({ assetId: logo.assetId, alt: event.target.value })}
        />
      )}
      <div className="mt-1 -ms-3 flex flex-wrap">
        <Button
          variant="ghost"
          size="sm"
          aria-label={logo === null ? `Choose a logo: ${label}` : `Change the logo: ${label}`}
          onClick={() => setChoosing(true)}
        >
          {logo === null ? 'Choose' : 'Change'}
        </Button>
        {logo !== null && (
          <Button
            variant="ghost"
            size="sm"
            aria-label={`Remove the logo: ${label}`}
            onClick={() => onChange(null)}
          >
            Remove
          </Button>
        )}
      </div>
      {choosing && (
        <Suspense fallback={null}>
          <AssetPicker
            title={`Choose a logo: ${label.toLowerCase()}`}
            open
            onClose={() => setChoosing(false)}
            onPick={(asset) => {
              setChoosing(false)
              onChange({ assetId: asset.id, alt: asset.alt })
            }}
          />
        </Suspense>
      )}
    </li>
  )
}
