import type { Brand, Quote } from '@rheos/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { hasCode } from '../../api/api-error.ts'
import { createBrand, deleteBrand, rememberBrand } from '../../api/brands.ts'
import { chooseBrand } from '../../api/current-brand.ts'
import { useStartImport } from '../../api/imports.ts'
import { keys } from '../../api/query-keys.ts'

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
 * the reading is refused, so that a mistyped address leaves nothing behind. The page learns of the
 * brand only when its reading has begun: the refusal needs the form that was pressed.
 */
export function useStartReading(
  brandId: string | undefined,
): (press: ReadingPress) => Promise<Reading> {
  const { id } = useWorkspace()
  const client = useQueryClient()
  const start = useStartImport()
  const made = useRef<Brand>(undefined)

  return async ({ url, quote, pressId }) => {
    if (brandId === undefined) made.current ??= await createBrand(id, { website: url })
    const fresh = made.current
    const target = brandId ?? fresh?.id ?? ''
    try {
      const accepted = await start.mutateAsync({ brandId: target, body: { url, quote }, pressId })
      if (fresh !== undefined) rememberBrand(client, id, fresh)
      chooseBrand(target)
      return { brandId: target, importId: accepted.id }
    } catch (error) {
      // No answer is not a refusal: the reading may have started, so the brand stays for the next try.
      if (fresh !== undefined && !hasCode(error, 'unavailable')) {
        made.current = undefined
        await deleteBrand(id, fresh.id).catch(() => undefined)
        // It may have taken the place of an empty one that is known here.
        void client.invalidateQueries({ queryKey: keys.brands(id) })
      }
      throw error
    }
  }
}
