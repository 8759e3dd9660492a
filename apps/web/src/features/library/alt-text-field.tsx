import type { Asset } from '@rheos/contract'
import { useState } from 'react'
import { useChangeAsset } from '../../api/assets.ts'
import { useAutosave } from '../../api/use-autosave.ts'
import { Field } from '../../ui/field.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { SaveMark } from '../save-mark.tsx'
import { assetWord } from './asset-word.ts'

/** The description of a picture or video for those who cannot see it, edited in place. */
export function AltTextField({ asset }: { readonly asset: Asset }) {
  const [alt, setAlt] = useState(asset.alt)
  const changeAsset = useChangeAsset()
  const saving = useAutosave<{ alt: string }>((change) =>
    changeAsset.mutateAsync({ assetId: asset.id, change }),
  )
  return (
    <Field label="Description" aside={<SaveMark saving={saving} />}>
      <Textarea
        rows={2}
        limit={1000}
        placeholder={`What the ${assetWord([asset])} shows, for those who cannot see it`}
        value={alt}
        onChange={(event) => {
          setAlt(event.target.value)
          saving.change({ alt: event.target.value })
        }}
        onBlur={() => void saving.flush()}
      />
    </Field>
  )
}
