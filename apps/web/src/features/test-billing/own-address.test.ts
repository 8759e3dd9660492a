import { expect, it } from 'vitest'
import { ownAddress } from './own-address.ts'

it.each([
  ['https://studio.test/settings/billing?paid#top', '/settings/billing?paid#top'],
  ['/posts', '/posts'],
  ['https://elsewhere.test/settings', '/settings/billing'],
  ['//elsewhere.test', '/settings/billing'],
  ['javascript:alert(1)', '/settings/billing'],
  [undefined, '/settings/billing'],
])('%o leads to %o', (given, address) => {
  expect(ownAddress(given, 'https://studio.test')).toBe(address)
})
