import { Keyboard, LogOut, Moon, Sparkle, Sun } from 'lucide-react'
import { chooseBrand, useCurrentBrand } from '../../api/current-brand.ts'
import { useThemeChoice } from '../../theme/theme.ts'
import { useSignOut } from '../account/use-sign-out.ts'
import { brandName } from './brand-mark.tsx'
import type { Command } from './command.ts'
import { useCreateCommands } from './create-commands.ts'
import { grouped, matching, type ShownGroup } from './matching-commands.ts'
import { openKeyHelp } from './open-key-help.ts'
import { usePlaceCommands } from './place-commands.ts'
import { usePostCommands } from './post-commands.ts'

/** What one can go to or do, as far as it fits what is looked for. */
export function useCommands(text: string): readonly ShownGroup[] {
  const all = [...usePlaceCommands(), ...useCreateCommands(), ...useBrandCommands(), ...useMore()]
  const posts = usePostCommands(text)
  return grouped([...matching(all, text), ...posts], text)
}

function useBrandCommands(): readonly Command[] {
  const { brand: current, brands } = useCurrentBrand()
  return brands
    .filter((brand) => brand.id !== current?.id)
    .map((brand) => ({
      id: `brand-${brand.id}`,
      group: 'Brands',
      label: `Switch to ${brandName(brand)}`,
      icon: Sparkle,
      run: () => chooseBrand(brand.id),
    }))
}

function useMore(): readonly Command[] {
  const signOut = useSignOut()
  const [, chooseTheme] = useThemeChoice()
  const dark = document.documentElement.dataset['theme'] === 'dark'
  return [
    {
      id: 'theme',
      group: 'More',
      label: dark ? 'Use the light theme' : 'Use the dark theme',
      icon: dark ? Sun : Moon,
      run: () => chooseTheme(dark ? 'light' : 'dark'),
    },
    {
      id: 'keys',
      group: 'More',
      label: 'Keyboard keys',
      icon: Keyboard,
      also: 'shortcuts help',
      hint: '?',
      run: openKeyHelp,
    },
    {
      id: 'sign-out',
      group: 'More',
      label: 'Sign out',
      icon: LogOut,
      also: 'log out leave',
      run: () => void signOut(),
    },
  ]
}
