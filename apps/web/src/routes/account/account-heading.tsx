import type { ReactNode } from 'react'
import { usePageTitle } from '../../ui/page-header.tsx'

export interface AccountHeadingProps {
  readonly title: string
  readonly children?: ReactNode
}

export function AccountHeading({ title, children }: AccountHeadingProps) {
  usePageTitle(title)
  return (
    <header className="mb-8">
      <h1 className="text-2xl font-semibold">{title}</h1>
      {children !== undefined && <div className="mt-2 text-pretty text-muted">{children}</div>}
    </header>
  )
}

export const accountLinkClass =
  'hit-area font-medium text-accent-ink underline underline-offset-2 hover:no-underline'
