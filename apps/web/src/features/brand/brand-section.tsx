import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { type BrandSectionId, sectionLabels } from './brand-sections.ts'

export interface BrandSectionProps {
  readonly id: BrandSectionId
  /** In a few words what is in it, read while it is closed. */
  readonly summary?: string
  readonly hint?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of the brand page: always open where there is room, opened by its heading on a telephone. */
export function BrandSection({ id, summary, hint, actions, children }: BrandSectionProps) {
  const [open, setOpen] = useState(id === 'basics')
  useEffect(() => {
    const openIfMeant = () => {
      if (location.hash === `#${id}`) setOpen(true)
    }
    openIfMeant()
    window.addEventListener('hashchange', openIfMeant)
    return () => window.removeEventListener('hashchange', openIfMeant)
  }, [id])
  const label = sectionLabels[id]
  return (
    <section
      id={id}
      aria-label={label}
      className="scroll-mt-20 border-b border-line md:mb-14 md:scroll-mt-8 md:border-b-0"
    >
      <div className="flex items-center justify-between gap-3">
        <h2 className="min-w-0 grow text-lg font-semibold">
          <button
            type="button"
            aria-expanded={open}
            className="flex min-h-14 w-full items-center gap-3 text-start md:hidden"
            onClick={() => setOpen(!open)}
          >
            <span className="shrink-0">{label}</span>
            {!open && summary !== undefined && (
              <span dir="auto" className="min-w-0 truncate text-sm font-normal text-muted">
                {summary}
              </span>
            )}
            <ChevronDown
              size={18}
              aria-hidden="true"
              className={classNames(
                'ms-auto shrink-0 text-muted transition-transform',
                open && 'rotate-180',
              )}
            />
          </button>
          <span className="hidden md:inline">{label}</span>
        </h2>
        <div className="shrink-0 empty:hidden max-md:hidden">{actions}</div>
      </div>
      <div className={classNames('pb-6 md:pb-0', !open && 'max-md:hidden')}>
        {hint !== undefined && <p className="mt-1 mb-3 max-w-prose text-sm text-muted">{hint}</p>}
        {children}
      </div>
    </section>
  )
}
