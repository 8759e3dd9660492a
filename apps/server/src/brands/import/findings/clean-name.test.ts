import { expect, test } from 'vitest'
import {
  cleanName,
  everydayName,
  hostLabel,
  isNameLike,
  nameKey,
  titleSegments,
} from './clean-name.ts'

test.each([
  ['Acme – Coffee in Leeds | Home', ['Acme', 'Coffee in Leeds', 'Home']],
  ['Acme: tools for trees', ['Acme', 'tools for trees']],
  ['Rolls-Royce Motor Cars', ['Rolls-Royce Motor Cars']],
  ['新闻_科技_云报', ['新闻', '科技', '云报']],
  ['Blog » Acme', ['Blog', 'Acme']],
  ['Corner-Bakery-Free-Template', ['Corner Bakery Free Template']],
])('%s falls into its parts', (title, segments) => {
  expect(titleSegments(title)).toEqual(segments)
})

test.each([
  ['Welcome to Acme', 'Acme'],
  ['Willkommen bei der Tischlerei', 'der Tischlerei'],
  ['Acme logo', 'Acme'],
  ['Acme | Official Site', 'Acme'],
  ['“Acme”™', 'Acme'],
  ['Corner Bakery Free Bootstrap Template', 'Corner Bakery'],
  ['Free Range Eggs', 'Free Range Eggs'],
])('%s is cleaned to %s', (raw, name) => {
  expect(cleanName(raw)).toBe(name)
})

test.each([
  'Home',
  'Startseite',
  '首页',
  'React App',
  'Toggle navigation',
  'Untitled',
  'logo.png',
  '2024',
  'About us',
  'Just another WordPress site',
])('%s is nobody’s name', (text) => {
  expect(isNameLike(text)).toBe(false)
})

test('the spellings of one name have one key', () => {
  const keys = ['Acme', 'ACME Ltd.', 'acme GmbH', 'The Acme', 'Acme, Inc.'].map(nameKey)
  expect(new Set(keys).size).toBe(1)
  expect(everydayName('Acme GmbH & Co. KG')).toBe('Acme')
  expect(everydayName('Nordlys Candle Co.')).toBe('Nordlys Candle Co.')
})

test.each([
  ['www.acme-tools.co.uk', 'acme-tools'],
  ['shop.acme.com', 'acme'],
  ['acme.de', 'acme'],
  ['127.0.0.1', ''],
  ['[::1]', ''],
  ['localhost', ''],
])('%s belongs to “%s”', (host, label) => {
  expect(hostLabel(host)).toBe(label)
})
