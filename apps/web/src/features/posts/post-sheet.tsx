import type { ReactNode } from 'react'

export interface PostSheetProps {
  readonly children: ReactNode
  /** Beside the sheet: where it goes, how long it is, what can be done with it. */
  readonly aside: ReactNode
}

/** The page one writes on. */
export function PostSheet({ children, aside }: PostSheetProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,42rem)_14rem] lg:gap-10">
      <div className="rounded-xl border border-line bg-surface px-5 py-6 transition-colors has-[textarea:focus-visible]:border-accent sm:px-10 sm:py-9">
        {children}
      </div>
      <aside aria-label="About this post" className="space-y-5 lg:sticky lg:top-6">
        {aside}
      </aside>
    </div>
  )
}
