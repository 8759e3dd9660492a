import { expect, test } from 'vitest'
import { foldText } from './fold-text.ts'

const rule = { characters: 60, lines: 3, lineWidth: 30 }

test('a text that fits is not folded', () => {
  expect(foldText('Short.', rule)).toBeUndefined()
  expect(foldText('One\ntwo\nthree', rule)).toBeUndefined()
})

test('a long one is folded after a word', () => {
  const text = 'These are many words that go on and on until the line is full of them and more.'
  const shown = foldText(text, rule) ?? ''
  expect(shown.length).toBeLessThanOrEqual(60)
  expect(text.startsWith(`${shown} `)).toBe(true)
})

test('many short lines are folded by their number', () => {
  expect(foldText('One\ntwo\nthree\nfour', rule)).toBe('One\ntwo\nthree')
})

test('an emoji at the fold stays whole', () => {
  const family = '👨‍👩‍👧‍👦'
  expect(foldText(family.repeat(20), rule)).toBe(family.repeat(5))
})
