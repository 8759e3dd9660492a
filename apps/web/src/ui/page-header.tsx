import { type ReactNode, useEffect } from 'react'
import { setPageTitle } from './page-title.ts'

export interface PageHeaderProps {
  readonly title: string
  readonly description?: ReactNode
  /** The page's one main button, and few besides. */
  readonly actions?: ReactNode
  /** Shown above the title: where one came from. */
  readonly back?: ReactNode
}

/** Heads a page, and names it in the browser's tab. */
export function PageHeader({ title, description, actions, back }: PageHeaderProps) {
  usePageTitle(title)
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        {back !== undefined && <div className="mb-2 text-sm text-muted">{back}</div>}
        <h1 dir="auto" className="text-2xl font-semibold">
          {title}
        </h1>
        {description !== undefined && (
          <div className="mt-1 max-w-prose text-pretty text-muted">{description}</div>
        )}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  )
}

/** For pages that have a heading of their own. */
export function usePageTitle(title: string): void {
  useEffect(() => setPageTitle(title), [title])
}
