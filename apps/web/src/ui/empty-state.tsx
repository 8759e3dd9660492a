import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly children?: ReactNode
  /** The button that starts the work. */
  readonly action?: ReactNode
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded-xl border border-dashed border-line px-6 py-14 text-center">
      {icon !== undefined && <div className="mb-4 text-muted">{icon}</div>}
      <h2 className="text-lg font-semibold">{title}</h2>
      {children !== undefined && (
        <div className="mt-1.5 max-w-md text-sm text-pretty text-muted">{children}</div>
      )}
      {action !== undefined && (
        <div className="mt-6 flex flex-wrap justify-center gap-2">{action}</div>
      )}
    </div>
  )
}
