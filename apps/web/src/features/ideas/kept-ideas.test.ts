import type { Idea } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { emptyBrief } from '../writing/brief.ts'
import { type KeptIdeas, keptIdeasFrom, keptIdeasText, keyOf } from './kept-ideas.ts'

const idea: Idea = {
  title: 'Two days of rest',
  intent: 'educate',
  hook: 'Bread takes its time.',
  hookId: null,
  angle: 'What happens to the dough overnight.',
  details: { outline: ['Flour', 'Water'], audience: '', theme: 'Sourdough', reason: '' },
}
const { brandId: _, ...blank } = emptyBrief
const kept: KeptIdeas = {
  start: '',
  brief: { ...blank, direction: 'Bread', intents: ['educate'], networks: ['x'], hook: 'two-camps' },
  table: {
    ideas: [idea],
    note: null,
    seen: [idea.title, 'Another'],
    chosen: [],
    posts: new Map([[idea.title, 'p1']]),
  },
}

describe('keptIdeasFrom', () => {
  it('reads what was kept', () => {
    expect(keptIdeasFrom(JSON.parse(keptIdeasText(kept)))).toEqual(kept)
  })

  it('reads a brief that says nothing', () => {
    const silent = { ...kept, brief: blank }
    expect(keptIdeasFrom(JSON.parse(keptIdeasText(silent)))?.brief).toMatchObject({ direction: '' })
  })

  const { brief, table } = kept
  it.each([
    ['nothing', null],
    ['a text', 'ideas'],
    ['a list', [kept]],
    ['no table', { start: '', brief }],
    ['no ideas', { ...kept, table: { ...table, posts: [], ideas: [] } }],
    ['an idea of another version', { ...kept, table: { ...table, posts: [], ideas: ['Bread'] } }],
    [
      'an intent that is none',
      { ...kept, table: { ...table, posts: [], ideas: [{ ...idea, intent: 'shout' }] } },
    ],
    ['posts of another version', { ...kept, table: { ...table, posts: [['one']] } }],
    ['a network that is none', { ...kept, brief: { ...brief, networks: ['orkut'] } }],
    ['a type that is none', { ...kept, brief: { ...brief, type: 'poem' } }],
    ['a hook that is no text', { ...kept, brief: { ...brief, hook: 5 } }],
  ])('reads nothing from %s', (_, value) => {
    expect(keptIdeasFrom(value)).toBeUndefined()
  })
})

describe('keyOf', () => {
  it('is another for each person, workspace and brand, and for none', () => {
    const place = { userId: 'u', workspaceId: 'w', brandId: 'b' }
    const keys = [
      place,
      { ...place, userId: 'v' },
      { ...place, workspaceId: 'x' },
      { ...place, brandId: 'c' },
      { ...place, brandId: undefined },
    ].map(keyOf)
    expect(new Set(keys).size).toBe(5)
  })
})
