import { Link } from '@tanstack/react-router'
import { Plus, Search } from 'lucide-react'
import { Kbd } from '../../ui/kbd.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { CreditsMeter } from '../credits/credits-meter.tsx'
import { BrandSelector } from './brand-selector.tsx'
import { commandKey } from './command-key.ts'
import { PersonMenu } from './person-menu.tsx'
import { places } from './places.ts'

export function Sidebar({ onOpenCommands }: { readonly onOpenCommands: () => void }) {
  return (
    <header className="sticky top-0 hidden h-dvh flex-col border-e border-line px-3 py-4 md:flex">
      <BrandSelector />
      <div className="mt-4 flex gap-2">
        <LinkButton
          to="/posts/new"
          variant="primary"
          className="grow"
          icon={<Plus size={16} aria-hidden="true" />}
        >
          New post
        </LinkButton>
        <button
          type="button"
          aria-keyshortcuts="Meta+K Control+K"
          onClick={onOpenCommands}
          className="flex h-10 items-center gap-1.5 rounded-md px-2 text-muted transition-colors hover:bg-hover hover:text-ink"
        >
          <Search size={16} aria-hidden="true" />
          <span className="sr-only">Commands</span>
          <Kbd>{`${commandKey()}K`}</Kbd>
        </button>
      </div>
      <nav aria-label="Main" className="mt-5 min-h-0 grow overflow-y-auto">
        <ul className="space-y-0.5 p-0.5">
          {places.map(({ to, label, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: to === '/' }}
                className="flex h-9 items-center gap-3 rounded-md px-2.5 text-sm text-muted transition-colors hover:bg-hover hover:text-ink data-[status=active]:bg-hover data-[status=active]:font-medium data-[status=active]:text-ink"
              >
                <Icon size={17} aria-hidden="true" className="shrink-0" />
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-3 border-t border-line pt-3">
        <CreditsMeter />
        <PersonMenu />
      </div>
    </header>
  )
}
