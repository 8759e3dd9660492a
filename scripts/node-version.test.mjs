import { expect, test, vi } from 'vitest'
import { isAtLeast, isNodeNewEnough } from './node-version.mjs'

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.0.0', true],
  ['100.1.0', true],
  ['20.18.9', false],
  ['20.9.0', false],
  ['18.20.4', false],
])('Node %s is at least 20.19: %s', (version, expected) => {
  expect(isAtLeast(version, '20.19')).toBe(expected)
})

test('an old Node is told in one line what is needed', () => {
  const lines = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(isNodeNewEnough('18.20.4')).toBe(false)
  expect(lines.mock.calls).toEqual([
    ['Rheos needs Node 20.19 or newer, and this is Node 18.20.4. Get it from https://nodejs.org.'],
  ])
  lines.mockRestore()
})
