import { useNavigate } from '@tanstack/react-router'
import { CreditCard, Keyboard, LifeBuoy, LogOut, UserRound } from 'lucide-react'
import { useMe } from '../../api/account.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { useSignOut } from '../account/use-sign-out.ts'
import { openKeyHelp } from './open-key-help.ts'

/** Who is signed in, and the way out. */
export function PersonMenu() {
  const navigate = useNavigate()
  const signOut = useSignOut()
  const me = useMe().data
  if (me === undefined) return null
  const { user, operator } = me
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          className="flex h-9 w-full items-center gap-3 rounded-md px-3 text-sm text-muted transition-colors hover:bg-hover hover:text-ink data-popup-open:bg-hover"
        >
          <UserRound size={16} aria-hidden="true" className="shrink-0" />
          <span dir="auto" className="min-w-0 truncate">
            <span className="sr-only">Signed in as </span>
            {user.name}
          </span>
        </button>
      }
    >
      <p className="max-w-64 truncate px-2.5 py-1.5 text-xs text-muted">{user.email}</p>
      <MenuSeparator />
      <MenuItem
        icon={<UserRound size={16} />}
        onSelect={() => void navigate({ to: '/settings/account' })}
      >
        Account
      </MenuItem>
      <MenuItem
        icon={<CreditCard size={16} />}
        onSelect={() => void navigate({ to: '/settings/billing' })}
      >
        Billing
      </MenuItem>
      {operator !== 'no' && (
        <MenuItem icon={<LifeBuoy size={16} />} onSelect={() => void navigate({ to: '/operator' })}>
          Operator’s desk
        </MenuItem>
      )}
      <MenuItem icon={<Keyboard size={16} />} onSelect={openKeyHelp}>
        Keyboard keys
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut size={16} />} onSelect={() => void signOut()}>
        Sign out
      </MenuItem>
    </Menu>
  )
}
