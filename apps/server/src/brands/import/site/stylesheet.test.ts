import { expect, test } from 'vitest'
import { CustomProperties, readStyleSheet } from './stylesheet.ts'

function read(css: string) {
  return readStyleSheet(css, 'https://acme.example/style.css', false)
}

test('colours and fonts are read by selector, nested rules with those around them', () => {
  const { declarations } = read('a, .btn { color: red; margin: 0 } .card { & h2 { color: blue } }')
  expect(declarations.map(({ selector, property, value }) => [selector, property, value])).toEqual([
    ['a', 'color', 'red'],
    ['.btn', 'color', 'red'],
    ['.card h2', 'color', 'blue'],
  ])
})

test('the dark variant, printed pages and animations are left out', () => {
  const css = `@media print { a { color: red } } @media (prefers-color-scheme: dark) { a { color: red } }
    .dark a { color: red } [data-theme="dark"] { --x: red } @keyframes k { to { color: red } } @media (min-width: 1px) { a { color: blue } }`
  expect(read(css).declarations.map(({ value }) => value)).toEqual(['blue'])
})

test('a broken sheet is read as far as it goes', () => {
  expect(
    read('a { color: red; } } b { color: blue; c: ;;').declarations.map(({ value }) => value),
  ).toContain('red')
})

test('imports and font faces are found', () => {
  const sheet = read(
    '@import url("more.css"); @import \'other.css\' screen; @font-face { font-family: "Lora"; src: url(x) }',
  )
  expect(sheet.imports).toEqual(['more.css', 'other.css'])
  expect(sheet.fontFaces).toEqual(['"Lora"'])
})

test('custom properties are resolved through each other, and circles end', () => {
  const { declarations } = read(
    ':root { --a: var(--b, red); --b: var(--c); --c: #123456; --x: var(--y); --y: var(--x) }',
  )
  const properties = new CustomProperties(declarations)
  expect(properties.resolve('var(--a)')).toBe('#123456')
  expect(properties.resolve('var(--none, rgb(1, 2, 3))').trim()).toBe('rgb(1, 2, 3)')
  expect(properties.resolve('var(--x)')).toBe('')
})
