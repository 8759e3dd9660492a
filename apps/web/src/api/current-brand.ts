import type { Brand } from '@rheos/contract'
import { useSyncExternalStore } from 'react'
import { useBrands } from './brands.ts'

const storageKey = 'rheos.brand'
const changed = 'rheos:brand'

export interface CurrentBrand {
  /** The brand the dashboard shows; `undefined` while loading and when there is none. */
  readonly brand: Brand | undefined
  readonly brands: readonly Brand[]
  readonly state: 'loading' | 'failed' | 'ready'
  readonly retry: () => void
}

/** The brand chosen in the selector, kept in this browser; else the first pinned, else the first. */
export function useCurrentBrand(): CurrentBrand {
  const chosen = useSyncExternalStore(subscribe, readChoice)
  const query = useBrands()
  const brands = query.data ?? []
  return {
    brand:
      brands.find((brand) => brand.id === chosen) ??
      brands.find((brand) => brand.pinned) ??
      brands[0],
    brands,
    state: query.data !== undefined ? 'ready' : query.isError ? 'failed' : 'loading',
    retry: () => void query.refetch(),
  }
}

export function chooseBrand(brandId: string): void {
  try {
    localStorage.setItem(storageKey, brandId)
  } catch {
    // Storage can be forbidden; then the choice does not outlive this page, and nothing else breaks.
  }
  window.dispatchEvent(new Event(changed))
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function subscribe(notify: () => void): () => void {
  window.addEventListener(changed, notify)
  window.addEventListener('storage', notify)
  return () => {
    window.removeEventListener(changed, notify)
    window.removeEventListener('storage', notify)
  }
}
