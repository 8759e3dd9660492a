import type { ReactNode } from 'react'

export interface BrandSectionProps {
  readonly title: string
  readonly children: ReactNode
}

export function BrandSection({ title, children }: BrandSectionProps) {
  return (
    <section aria-label={title} className="mb-12">
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}
