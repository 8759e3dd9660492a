import { expect, test } from 'vitest'
import { contrast, isGrey, readableOn, readColor, readColors } from './color-value.ts'

test.each([
  ['#A1B', '#aa11bb'],
  ['rgb(255 130 47 / 90%)', '#ff822f'],
  ['hsl(210, 50%, 40%)', '#336699'],
  ['222 47% 11%', '#0f1729'],
  ['22, 78, 99', '#164e63'],
  ['oklch(62.8% 0.2577 29.23)', '#ff0000'],
  ['Tomato !important', '#ff6347'],
])('%s is %s', (value, hex) => {
  expect(readColor(value)).toBe(hex)
})

test.each(['transparent', 'inherit', 'rgba(0,0,0,.2)', 'none', 'var(--x)', '12px', ''])(
  '%s is no colour',
  (value) => {
    expect(readColor(value)).toBeUndefined()
  },
)

test('every colour of a gradient is read, and no word of an address', () => {
  expect(readColors('linear-gradient(90deg, #123456, red 40%)')).toEqual(['#123456', '#ff0000'])
  expect(readColors('url(/img/red-tomato.png) no-repeat')).toEqual([])
})

test.each([
  ['#9a9a9a', '#ffffff'],
  ['#ffff00', '#ffffff'],
  ['#333333', '#222222'],
  ['#777777', '#808080'],
])('%s is made readable on %s', (color, ground) => {
  expect(contrast(color, ground)).toBeLessThan(4.5)
  expect(contrast(readableOn(color, ground, 4.5), ground)).toBeGreaterThanOrEqual(4.5)
})

test('black, white and slate are greys; brown and navy are not', () => {
  expect(['#000000', '#ffffff', '#333333', '#f5f5f5'].map(isGrey)).toEqual([true, true, true, true])
  expect(['#5c3a21', '#0f4c75', '#bc2a87'].map(isGrey)).toEqual([false, false, false])
})
