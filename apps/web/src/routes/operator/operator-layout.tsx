import { Link, Outlet } from '@tanstack/react-router'

const tabs = [
  { to: '/operator/workspaces', label: 'Workspaces' },
  { to: '/operator/prices', label: 'Prices' },
  { to: '/operator/margin', label: 'Margin' },
  { to: '/operator/payments', label: 'Payments' },
  { to: '/operator/audits', label: 'Books' },
] as const

/** What stands around every page of the operator's desk. */
export function OperatorLayout() {
  return (
    <>
      <h1 className="text-2xl font-semibold">Operator’s desk</h1>
      <nav aria-label="Operator’s desk" className="mt-5 mb-8 border-b border-line">
        <ul className="flex gap-5 overflow-x-auto sm:gap-6">
          {tabs.map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                className="-mb-px block border-b-2 border-transparent py-2.5 text-sm font-medium whitespace-nowrap text-muted hover:text-ink data-[status=active]:border-accent data-[status=active]:text-ink"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  )
}
