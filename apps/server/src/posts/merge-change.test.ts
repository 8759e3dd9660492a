import { describe, expect, it } from 'vitest'
import { mergeChange } from './merge-change.ts'

const fields = (given: Record<string, unknown>) => new Map(Object.entries(given))
const merge = (given: Record<'mine' | 'base' | 'theirs', Record<string, unknown>>) =>
  mergeChange({
    current: fields(given.theirs),
    change: fields(given.mine),
    base: fields(given.base),
    changedSince: () => true,
  })
const picture = (assetId: string, alt = '') => ({ assetId, alt })

describe('joining a change with what came before it', () => {
  it('takes what nobody else touched', () => {
    const { fields: written, conflicts } = mergeChange({
      current: fields({ title: 'Old', body: 'Theirs' }),
      change: fields({ title: 'Mine' }),
      base: new Map(),
      changedSince: (name) => name === 'body',
    })
    expect([Object.fromEntries(written), conflicts]).toEqual([{ title: 'Mine' }, []])
  })

  it('writes nothing that is there already', () => {
    expect(
      merge({ mine: { body: 'x' }, base: { body: '' }, theirs: { body: 'x' } }).fields.size,
    ).toBe(0)
  })

  it('knows no way where the beginning is not known', () => {
    expect(merge({ mine: { body: 'a' }, base: {}, theirs: { body: 'b' } }).conflicts).toEqual([
      'body',
    ])
  })

  it('joins networks that both added and removed', () => {
    const { fields: written } = merge({
      base: { networks: ['x', 'bluesky'] },
      mine: { networks: ['bluesky', 'threads'] },
      theirs: { networks: ['x', 'bluesky', 'linkedin'] },
    })
    expect(written.get('networks')).toEqual(['bluesky', 'linkedin', 'threads'])
  })

  it('joins a new order of mine with a picture of theirs', () => {
    const { fields: written } = merge({
      base: { media: [picture('a'), picture('b')] },
      mine: { media: [picture('b'), picture('a')] },
      theirs: { media: [picture('a', 'A cup'), picture('b')] },
    })
    expect(written.get('media')).toEqual([picture('b'), picture('a', 'A cup')])
  })

  it('keeps a picture away that one side removed, and one that the other added', () => {
    const { fields: written } = merge({
      base: { media: [picture('a'), picture('b')] },
      mine: { media: [picture('b')] },
      theirs: { media: [picture('a'), picture('b'), picture('c')] },
    })
    expect(written.get('media')).toEqual([picture('b'), picture('c')])
  })

  it('does not choose between two descriptions of one picture', () => {
    expect(
      merge({
        base: { media: [picture('a', 'Cup')] },
        mine: { media: [picture('a', 'Tea')] },
        theirs: { media: [picture('a', 'Coffee')] },
      }).conflicts,
    ).toEqual(['media'])
  })

  it('joins a first comment within its words', () => {
    const { fields: written } = merge({
      base: { 'x.firstComment': 'Tickets at the door.' },
      mine: { 'x.firstComment': 'Cheap tickets at the door.' },
      theirs: { 'x.firstComment': 'Tickets at the door. Come early.' },
    })
    expect(written.get('x.firstComment')).toBe('Cheap tickets at the door. Come early.')
  })

  it('does not choose between an edit of a version and taking it away', () => {
    expect(
      merge({
        base: { 'x.body': 'Short' },
        mine: { 'x.body': 'Shorter' },
        theirs: {},
      }).conflicts,
    ).toEqual(['x.body'])
  })

  it('joins no text past the limit', () => {
    const base = 'word '.repeat(2000)
    const more = 'x'.repeat(9990)
    expect(
      merge({
        base: { body: `a ${base}z` },
        mine: { body: `a ${more} ${base}z` },
        theirs: { body: `a ${base}${more} z` },
      }).conflicts,
    ).toEqual(['body'])
  })
})
