import type { LucideIcon } from 'lucide-react'

/** In the order of the menu: what no page has at hand comes first. */
export const commandGroups = ['Create', 'Recent posts', 'Go to', 'Brands', 'More'] as const
export type CommandGroup = (typeof commandGroups)[number]

export interface Command {
  readonly id: string
  readonly group: CommandGroup
  readonly label: string
  readonly icon: LucideIcon
  /** Other words by which one may look for it. */
  readonly also?: string
  readonly hint?: string
  readonly run: () => void
}
