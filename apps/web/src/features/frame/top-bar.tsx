import { Link } from '@tanstack/react-router'
import { Settings } from 'lucide-react'
import { CreditsBadge } from '../credits/credits-meter.tsx'
import { BrandSelector } from './brand-selector.tsx'

/** What of the sidebar stands above a narrow page: the brand, the credits. */
export function TopBar() {
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center justify-between gap-2 border-b border-line bg-page px-3 md:hidden">
      <div className="max-w-44 min-w-0">
        <BrandSelector />
      </div>
      <div className="flex shrink-0 items-center">
        <CreditsBadge />
        <Link
          to="/settings"
          aria-label="Settings"
          className="flex size-10 items-center justify-center rounded-md text-muted hover:bg-hover"
        >
          <Settings size={18} aria-hidden="true" />
        </Link>
      </div>
    </header>
  )
}
