import { expect, it } from 'vitest'
import { depthOf, heightOf, isWithin } from './folder-tree.ts'

const all = [
  { id: 'a', parentId: null },
  { id: 'b', parentId: 'a' },
  { id: 'c', parentId: 'b' },
  { id: 'd', parentId: 'a' },
  { id: 'e', parentId: null },
]

it('counts how deep a folder lies, and how deep it goes', () => {
  expect([null, 'a', 'c', 'e'].map((id) => depthOf(all, id))).toEqual([0, 1, 3, 1])
  expect(['a', 'b', 'c', 'e'].map((id) => heightOf(all, id))).toEqual([3, 2, 1, 1])
})

it('knows what lies in a folder, itself included', () => {
  expect(all.filter(({ id }) => isWithin(all, id, 'a')).map(({ id }) => id)).toEqual([
    'a',
    'b',
    'c',
    'd',
  ])
  expect(isWithin(all, 'a', 'b')).toBe(false)
})
