import { type ReactNode, useId } from 'react'

export interface HomeSectionProps {
  readonly title: string
  /** A link to all of it. */
  readonly more?: ReactNode
  readonly children: ReactNode
}

export function HomeSection({ title, more, children }: HomeSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {more !== undefined && <span className="text-sm">{more}</span>}
      </div>
      {children}
    </section>
  )
}

export const moreLinkClass = 'hit-area text-accent-ink underline-offset-2 hover:underline'
