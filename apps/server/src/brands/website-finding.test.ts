import { expect, it } from 'vitest'
import { websiteFinding } from './website-finding.ts'

const website = (address: string, asked: string, present: string | null) =>
  websiteFinding({ address, pages: [] }, asked, present)[0]?.value

it('offers the address that was read where the brand has another', () => {
  const address = 'https://hearth.example/'
  expect(website(address, 'hearth.example', 'https://haerth.example/')).toBe(address)
  expect(website(address, 'hearth.example', 'https://hearth.example/abuot')).toBe(address)
  expect(website(address, 'hearth.example', 'https://hearth.example.org/')).toBe(address)
})

it.each([
  ['has none yet', 'https://hearth.example/', 'hearth.example', null],
  [
    'has the one that leads there',
    'https://bakery.example/',
    'hearth.example',
    'https://hearth.example/',
  ],
  [
    'has it with www and http',
    'https://hearth.example/',
    'hearth.example',
    'http://www.hearth.example/',
  ],
  [
    'has the whole of which a page was read',
    'https://hearth.example/blog',
    'hearth.example/blog',
    'https://hearth.example/',
  ],
])('offers nothing where the brand %s', (_, address, asked, present) => {
  expect(website(address, asked, present)).toBeUndefined()
})
