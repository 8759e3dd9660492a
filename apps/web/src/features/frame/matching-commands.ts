import { type Command, type CommandGroup, commandGroups } from './command.ts'

interface Found {
  readonly command: Command
  /** How many of the words begin none of its name's. */
  readonly rank: number
}

/** Those in whose name, or other words, each of the words occurs; best those whose name's words begin so. */
export function matching(commands: readonly Command[], text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return commands
  return commands
    .flatMap((command): readonly Found[] => {
      const label = ` ${command.label.toLowerCase()}`
      const all = `${label} ${command.also ?? ''}`
      if (!words.every((word) => all.includes(word))) return []
      return [{ command, rank: words.filter((word) => !label.includes(` ${word}`)).length }]
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ command }) => command)
}

export interface ShownGroup {
  readonly group: CommandGroup
  readonly commands: readonly Command[]
}

/** By group: in their usual order, or with what was looked for where the best match is on top. */
export function grouped(commands: readonly Command[], text: string): readonly ShownGroup[] {
  const order = text.trim() === '' ? commandGroups : commands.map(({ group }) => group)
  return [...new Set(order)]
    .map((group) => ({ group, commands: commands.filter((each) => each.group === group) }))
    .filter((shown) => shown.commands.length > 0)
}
