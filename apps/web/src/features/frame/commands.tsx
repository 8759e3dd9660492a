import { useNavigate } from '@tanstack/react-router'
import { CreditCard, Keyboard, LogOut, Moon, PenLine, Plus, Sparkle, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { chooseBrand, useCurrentBrand } from '../../api/current-brand.ts'
import { useThemeChoice } from '../../theme/theme.ts'
import { useSignOut } from '../account/use-sign-out.ts'
import { brandName } from './brand-mark.tsx'
import { openKeyHelp } from './open-key-help.ts'
import { places } from './places.ts'

export interface Command {
  readonly id: string
  readonly label: string
  readonly icon: ReactNode
  readonly hint?: string
  readonly run: () => void
}

export function useCommands(): readonly Command[] {
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { brand: current, brands } = useCurrentBrand()
  const [, chooseTheme] = useThemeChoice()
  const dark = document.documentElement.dataset['theme'] === 'dark'
  return [
    {
      id: 'new-post',
      label: 'New post',
      icon: <Plus size={17} />,
      hint: 'n',
      run: () => void navigate({ to: '/posts/new' }),
    },
    ...places.map(({ to, label, icon: Icon, key }) => ({
      id: `go-${key}`,
      label,
      icon: <Icon size={17} />,
      hint: `g ${key}`,
      run: () => void navigate({ to }),
    })),
    {
      id: 'billing',
      label: 'Billing and usage',
      icon: <CreditCard size={17} />,
      run: () => void navigate({ to: '/settings/billing' }),
    },
    ...brands
      .filter((brand) => brand.id !== current?.id)
      .map((brand) => ({
        id: `brand-${brand.id}`,
        label: `Switch to ${brandName(brand)}`,
        icon: <Sparkle size={17} />,
        run: () => chooseBrand(brand.id),
      })),
    {
      id: 'add-brand',
      label: 'Add a brand',
      icon: <PenLine size={17} />,
      run: () => void navigate({ to: '/brand/new' }),
    },
    {
      id: 'theme',
      label: dark ? 'Use the light theme' : 'Use the dark theme',
      icon: dark ? <Sun size={17} /> : <Moon size={17} />,
      run: () => chooseTheme(dark ? 'light' : 'dark'),
    },
    {
      id: 'keys',
      label: 'Keyboard keys',
      icon: <Keyboard size={17} />,
      hint: '?',
      run: openKeyHelp,
    },
    {
      id: 'sign-out',
      label: 'Sign out',
      icon: <LogOut size={17} />,
      run: () => void signOut(),
    },
  ]
}

/** Those in whose name each of the words begins a word, or at least occurs. */
export function matching(commands: readonly Command[], text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return commands
  const rank = (command: Command) => {
    const label = ` ${command.label.toLowerCase()}`
    if (!words.every((word) => label.includes(word))) return undefined
    return words.filter((word) => !label.includes(` ${word}`)).length
  }
  return commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((each): each is { command: Command; rank: number } => each.rank !== undefined)
    .sort((one, other) => one.rank - other.rank)
    .map(({ command }) => command)
}
