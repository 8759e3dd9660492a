import { Outlet } from '@tanstack/react-router'
import { FlaskConical } from 'lucide-react'
import { Logo } from '../../features/frame/logo.tsx'

/** Around the pages of test billing: nobody shall take them for a real payment page. */
export function TestBillingLayout() {
  return (
    <div className="flex min-h-dvh flex-col">
      <p
        role="note"
        className="flex items-center justify-center gap-2.5 bg-warning-soft px-4 py-2.5 text-sm font-medium text-warning"
      >
        <FlaskConical size={16} aria-hidden="true" className="shrink-0" />
        Test billing: no money moves
      </p>
      <main className="mx-auto w-full max-w-page grow px-6 py-6 sm:px-12 sm:py-10">
        <header className="mb-8 sm:mb-14">
          <Logo />
        </header>
        <Outlet />
      </main>
    </div>
  )
}
