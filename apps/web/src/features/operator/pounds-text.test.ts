import { expect, test } from 'vitest'
import { microsOfPence, penceText, poundsText, shareText } from './pounds-text.ts'

test('millionths of a pound are said in pounds and in pence', () => {
  expect([poundsText(12_340_000), poundsText(4_000), poundsText(-1_500_000)]).toEqual([
    '£12.34',
    '£0.00',
    '-£1.50',
  ])
  expect([penceText(29_640), penceText(0), penceText(101_840)]).toEqual(['2.964p', '0p', '10.184p'])
})

test('pence are read with up to four places, and nothing else is', () => {
  expect(['2.964', ' 3 ', '0', '0.0001'].map(microsOfPence)).toEqual([29_640, 30_000, 0, 1])
  expect(['', '-1', '1.23456', '1,5', 'x', '1e3'].map(microsOfPence)).toEqual(
    Array.from({ length: 6 }),
  )
})

test('the margin is a share of the worth, where there is one', () => {
  expect([shareText(100, 18), shareText(100, 150), shareText(0, 5)]).toEqual(['82 %', '-50 %', '–'])
})
