import type { Asset } from '@rheos/contract'
import { useState } from 'react'
import { useChangeAsset } from '../../api/assets.ts'
import { useAutosave } from '../../api/use-autosave.ts'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { SaveMark } from '../save-mark.tsx'

/** The name of a picture, by which it is found and downloaded, edited in place. */
export function AssetNameField({ asset }: { readonly asset: Asset }) {
  const [name, setName] = useState(asset.fileName ?? '')
  const changeAsset = useChangeAsset()
  const saving = useAutosave<{ fileName: string }>((change) =>
    changeAsset.mutateAsync({ assetId: asset.id, change }),
  )
  return (
    <Field label="Name" aside={<SaveMark saving={saving} />}>
      <Input
        maxLength={200}
        placeholder="A name to find it by"
        value={name}
        onChange={(event) => {
          setName(event.target.value)
          if (event.target.value.trim() !== '') saving.change({ fileName: event.target.value })
        }}
        onBlur={() => void saving.flush()}
      />
    </Field>
  )
}
