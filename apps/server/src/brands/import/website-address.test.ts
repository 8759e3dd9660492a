import { expect, test } from 'vitest'
import { parseWebsiteAddress } from './website-address.ts'

test.each([
  ['acme.com', 'https://acme.com/'],
  ['  www.acme.co.uk/about  ', 'https://www.acme.co.uk/about'],
  ['http://acme.com', 'http://acme.com/'],
  ['HTTPS://Acme.com/#top', 'https://acme.com/'],
  ['//acme.com/x', 'https://acme.com/x'],
  ['acme.com:8080', 'https://acme.com:8080/'],
  ['localhost:4000/shop', 'https://localhost:4000/shop'],
  ['http://localhost:4000', 'http://localhost:4000/'],
  ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000/'],
  ['http://[::1]:4000/', 'http://[::1]:4000/'],
  ['münchen.de', 'https://xn--mnchen-3ya.de/'],
  ['https://例え.テスト/', 'https://xn--r8jz45g.xn--zckzah/'],
])('%s is %s', (input, url) => {
  expect(parseWebsiteAddress(input)).toMatchObject({ ok: true, url })
})

test.each([
  '',
  '   ',
  'acme',
  'our new website',
  'http://',
  'https://exa mple.com',
  'ftp://acme.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'mailto:me@acme.com',
  'data:text/html,hi',
  'https://user:secret@acme.com',
  'user@acme.com',
  'http://[fe80::1%25eth0]/',
  'http://256.256.256.256/',
  `https://acme.com/${'x'.repeat(3000)}`,
])('%s is refused with one sentence', (input) => {
  expect(parseWebsiteAddress(input)).toEqual({
    ok: false,
    code: 'invalid_url',
    detail: expect.stringMatching(/^[A-Z][^\n]{10,120}\.$/),
  })
})
