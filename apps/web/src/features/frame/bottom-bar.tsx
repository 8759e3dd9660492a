import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { type Place, places } from './places.ts'

const short: Partial<Readonly<Record<Place['to'], string>>> = { '/images': 'Images' }
const inBar: readonly Place['to'][] = ['/', '/posts', '/calendar', '/images', '/library', '/brand']

/** The sidebar of a narrow page: at the thumb. Settings are behind the credits at the top. */
export function BottomBar() {
  const shown = places.filter((place) => inBar.includes(place.to))
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex h-16 items-stretch">
        {shown.slice(0, 3).map((place) => (
          <BarItem key={place.to} place={place} />
        ))}
        <li className="flex grow basis-0 items-center justify-center">
          <Link
            to="/posts/new"
            aria-label="New post"
            className="flex size-11 items-center justify-center rounded-full bg-accent text-on-accent"
          >
            <Plus size={22} aria-hidden="true" />
          </Link>
        </li>
        {shown.slice(3).map((place) => (
          <BarItem key={place.to} place={place} />
        ))}
      </ul>
    </nav>
  )
}

function BarItem({ place }: { readonly place: Place }) {
  const { to, label, icon: Icon } = place
  return (
    <li className="min-w-0 grow basis-0">
      <Link
        to={to}
        activeOptions={{ exact: to === '/' }}
        className="flex h-full flex-col items-center justify-center gap-1 text-xs text-muted -outline-offset-2 data-[status=active]:font-medium data-[status=active]:text-accent-ink"
      >
        <Icon size={20} aria-hidden="true" />
        {short[to] ?? label}
      </Link>
    </li>
  )
}
