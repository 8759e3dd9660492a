import { describe, expect, it } from 'vitest'
import { paletteFor } from '../../../drawing/palette.ts'
import { createRandom } from '../../../random.ts'
import { readBackdrop } from './read-backdrop.ts'

const palette = paletteFor(
  { primary: '#0f766e', secondary: '#99f6e4', accent: '#f59e0b' },
  createRandom(1),
)
const read = (words: string) => readBackdrop(words, palette)

describe('a backdrop', () => {
  it.each([
    ['white', { kind: 'color', color: '#ffffff' }],
    ['Make the background plain blue, please.', { kind: 'color', color: '#2563eb' }],
    ['#fa0', { kind: 'color', color: '#ffaa00' }],
    ['our brand colour', { kind: 'color', color: '#0f766e' }],
    ['accent', { kind: 'color', color: '#f59e0b' }],
    ['a gradient from navy to teal', { kind: 'gradient', from: '#1e3a5f', to: '#0f766e' }],
    ['gradient', { kind: 'gradient', from: '#0f766e', to: '#99f6e4' }],
    ['transparent', { kind: 'nothing' }],
    ['remove the background', { kind: 'nothing' }],
  ])('%s', (words, expected) => {
    expect(read(words)).toEqual(expected)
  })

  it('in a shade is lighter or darker than the colour itself', () => {
    expect(read('light blue')).toMatchObject({ kind: 'color' })
    expect(read('light blue')).not.toEqual(read('blue'))
    expect(read('dark green')).not.toEqual(read('light green'))
  })

  it.each(['a beach at sunset', 'white marble kitchen', 'constructor', '', 'transparent blue'])(
    '“%s” is more than it can do',
    (words) => {
      expect(read(words)).toBeUndefined()
    },
  )
})
