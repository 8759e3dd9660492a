import { Plus } from 'lucide-react'
import { describe, expect, it } from 'vitest'
import type { Command, CommandGroup } from './command.ts'
import { grouped, matching } from './matching-commands.ts'

const command = (group: CommandGroup, label: string, also = ''): Command => ({
  ...{ id: label, group, label, also, icon: Plus, run: () => undefined },
})
const commands = [
  command('Go to', 'Posts'),
  command('Go to', 'Billing and usage', 'credits plan'),
  command('Create', 'New post', 'write'),
  command('Create', 'New carousel', 'slides'),
  command('Recent posts', 'A new loaf'),
]
const labels = (found: readonly Command[]) => found.map(({ label }) => label)

describe('matching', () => {
  it.each([
    ['', labels(commands)],
    ['post', ['Posts', 'New post']],
    ['NEW ca', ['New carousel']],
    ['slides', ['New carousel']],
    ['ost', ['Posts', 'New post']],
    ['plan', ['Billing and usage']],
    ['x', []],
  ])('%j', (text, found) => {
    expect(labels(matching(commands, text))).toEqual(found)
  })
})

describe('grouped', () => {
  const groupsOf = (text: string) =>
    grouped(matching(commands, text), text).map(({ group }) => group)

  it('keeps the usual order while nothing is looked for', () => {
    expect(groupsOf('')).toEqual(['Create', 'Recent posts', 'Go to'])
  })

  it('has the best match on top', () => {
    expect(groupsOf('new')).toEqual(['Create', 'Recent posts'])
    expect(groupsOf('credits')).toEqual(['Go to'])
  })
})
