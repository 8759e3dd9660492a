import type { Quote } from '@rheos/contract'
import { useRef } from 'react'
import { hasCode } from '../../api/api-error.ts'
import { useCreateBrand, useDeleteBrand } from '../../api/brands.ts'
import { chooseBrand } from '../../api/current-brand.ts'
import { useStartImport } from '../../api/imports.ts'

export interface ReadingPress {
  readonly url: string
  readonly quote: Quote
  readonly pressId: string
}

export interface Reading {
  readonly brandId: string
  readonly importId: string
}

/**
 * Starts to read a website for a brand; without one a brand is made first, and taken away again when
 * the reading is refused, so that a mistyped address leaves nothing behind.
 */
export function useStartReading(
  brandId: string | undefined,
): (press: ReadingPress) => Promise<Reading> {
  const start = useStartImport()
  const create = useCreateBrand()
  const remove = useDeleteBrand()
  const made = useRef<string>(undefined)

  return async ({ url, quote, pressId }) => {
    const target = brandId ?? made.current ?? (await create.mutateAsync({ website: url })).id
    if (brandId === undefined) made.current = target
    try {
      const accepted = await start.mutateAsync({ brandId: target, body: { url, quote }, pressId })
      chooseBrand(target)
      return { brandId: target, importId: accepted.id }
    } catch (error) {
      // No answer is not a refusal: the reading may have started, so the brand stays for the next try.
      if (made.current !== undefined && !hasCode(error, 'unavailable')) {
        made.current = undefined
        await remove.mutateAsync(target).catch(() => undefined)
      }
      throw error
    }
  }
}
