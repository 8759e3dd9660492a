import {
  CalendarDays,
  Home,
  ImageIcon,
  Images,
  type LucideIcon,
  PenLine,
  Settings,
  Sparkle,
} from 'lucide-react'

export interface Place {
  readonly to: '/' | '/posts' | '/calendar' | '/images' | '/library' | '/brand' | '/settings'
  readonly label: string
  readonly icon: LucideIcon
  /** Pressed after `g`. */
  readonly key: string
}

/** The pages one goes to, in the order of the sidebar. */
export const places: readonly Place[] = [
  { to: '/', label: 'Home', icon: Home, key: 'h' },
  { to: '/posts', label: 'Posts', icon: PenLine, key: 'p' },
  { to: '/calendar', label: 'Calendar', icon: CalendarDays, key: 'c' },
  { to: '/images', label: 'Image studio', icon: ImageIcon, key: 'i' },
  { to: '/library', label: 'Library', icon: Images, key: 'l' },
  { to: '/brand', label: 'Brand', icon: Sparkle, key: 'b' },
  { to: '/settings', label: 'Settings', icon: Settings, key: 's' },
]
