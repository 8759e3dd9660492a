import type { Brand } from '@rheos/contract'
import { isOpen } from '../../api/generations.ts'
import { useImports } from '../../api/imports.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FirstBrand } from './first-brand.tsx'
import { OpenFindings } from './open-findings.tsx'

/** Begins a brand that nothing was read for yet, or leads to what was. */
export function UnreadBrand({ brand }: { readonly brand: Brand }) {
  const { data: imports, isPending } = useImports(brand.id)
  if (isPending) return <Skeleton className="h-72 w-full" />
  const wasRead = imports?.some((read) => isOpen(read.status) || read.findings.length > 0) ?? true
  if (wasRead) return <OpenFindings brand={brand} />
  const failed = imports?.find((read) => read.status === 'failed')
  return <FirstBrand brandId={brand.id} failedUrl={failed?.url} />
}
