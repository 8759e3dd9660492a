import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { type BrandSectionId, brandSections, sectionLabels } from './brand-sections.ts'

/** The sections of the page beside it; the one being read is marked. */
export function BrandIndex() {
  const current = useSectionInView()
  return (
    <nav aria-label="Parts of the brand" className="hidden lg:block">
      <ul className="sticky top-8 space-y-0.5 border-s border-line">
        {brandSections.map((id) => (
          <li key={id}>
            <Link
              to="/brand"
              hash={id}
              aria-current={id === current ? 'true' : undefined}
              className={classNames(
                '-ms-px block border-s-2 py-1.5 ps-3 text-sm transition-colors hover:text-ink',
                id === current
                  ? 'border-accent font-medium text-ink'
                  : 'border-transparent text-muted',
              )}
            >
              {sectionLabels[id]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The first section that reaches into the upper part of the window. */
function useSectionInView(): BrandSectionId {
  const [current, setCurrent] = useState<BrandSectionId>('basics')
  useEffect(() => {
    const inView = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inView.add(target.id)
          else inView.delete(target.id)
        }
        const first = brandSections.find((id) => inView.has(id))
        if (first !== undefined) setCurrent(first)
      },
      { rootMargin: '-10% 0px -70% 0px' },
    )
    for (const id of brandSections) {
      const section = document.getElementById(id)
      if (section !== null) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [])
  return current
}
