import { Link, Outlet } from '@tanstack/react-router'

const tabs = [
  { to: '/settings/account', label: 'Account' },
  { to: '/settings/accounts', label: 'Social accounts' },
  { to: '/settings/posting-times', label: 'Posting times' },
  { to: '/settings/billing', label: 'Billing' },
] as const

export function SettingsLayout() {
  return (
    <>
      <h1 className="text-2xl font-semibold">Settings</h1>
      <nav aria-label="Settings" className="mt-5 mb-10 border-b border-line">
        <ul className="flex gap-4 whitespace-nowrap sm:gap-6">
          {tabs.map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                className="-mb-px block border-b-2 border-transparent py-2.5 text-sm font-medium text-muted hover:text-ink data-[status=active]:border-accent data-[status=active]:text-ink"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        <Outlet />
      </div>
    </>
  )
}
