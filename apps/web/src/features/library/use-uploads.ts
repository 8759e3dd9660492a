import type { Asset } from '@rheos/contract'
import { useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useUploadAsset } from '../../api/assets.ts'
import { newPressId } from '../../api/press-id.ts'

/** One file on its way into the library, or the sentence why it could not go. */
export interface PendingUpload {
  readonly key: string
  readonly name: string
  readonly trouble: string | undefined
}

export interface Uploads {
  readonly pending: readonly PendingUpload[]
  /** Answers with what went in; the rest stays in `pending` with its trouble. */
  readonly add: (files: readonly File[], brandId?: string) => Promise<readonly Asset[]>
  readonly dismiss: (key: string) => void
}

/** Puts files into the library one after another; each that fails says why, none stops the others. */
export function useUploads(): Uploads {
  const upload = useUploadAsset()
  const [pending, setPending] = useState<readonly PendingUpload[]>([])

  async function add(files: readonly File[], brandId?: string): Promise<readonly Asset[]> {
    const rows = files.map((file) => ({ key: newPressId(), file }))
    setPending((known) => [
      ...known,
      ...rows.map(({ key, file }) => ({ key, name: file.name, trouble: undefined })),
    ])
    const stored: Asset[] = []
    for (const { key, file } of rows) {
      try {
        stored.push(
          await upload.mutateAsync({ file, ...(brandId === undefined ? {} : { brandId }) }),
        )
        dismiss(key)
      } catch (error) {
        explain(key, problemFrom(error).detail)
      }
    }
    return stored
  }

  function dismiss(key: string): void {
    setPending((known) => known.filter((row) => row.key !== key))
  }

  function explain(key: string, trouble: string): void {
    setPending((known) => known.map((row) => (row.key === key ? { ...row, trouble } : row)))
  }

  return { pending, add, dismiss }
}

/** The pictures among what was dropped or pasted. */
export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return transfer === null ? [] : Array.from(transfer.files)
}
