import { expect, test } from 'vitest'
import { addressGroup, clientAddress } from './client-address.ts'

test.each([
  ['10.0.0.1', undefined, 0, '10.0.0.1'],
  ['::ffff:10.0.0.1', undefined, 0, '10.0.0.1'],
  ['fe80::1%eth0', undefined, 0, 'fe80::1'],
  [undefined, undefined, 0, 'unknown'],
  // Without a proxy in front the header is the client's own invention.
  ['10.0.0.1', '203.0.113.9', 0, '10.0.0.1'],
  ['10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
  ['10.0.0.1', 'made-up, 1.2.3.4, 203.0.113.9', 1, '203.0.113.9'],
  ['10.0.0.1', '1.2.3.4, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
  ['10.0.0.1', '203.0.113.9', 3, '203.0.113.9'],
  ['10.0.0.1', '[2001:db8::1]:443', 1, '2001:db8::1'],
  ['10.0.0.1', 'no address', 1, '10.0.0.1'],
  ['10.0.0.1', '', 1, '10.0.0.1'],
])('from %s, forwarded for %s, behind %i proxies: %s', (socket, forwarded, proxies, expected) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(expected)
})

test('addresses of one connection are one group', () => {
  expect(addressGroup('2001:db8:0:1:ffff::1')).toBe(addressGroup('2001:db8:0:1::2'))
  expect(addressGroup('2001:db8:0:1::1')).not.toBe(addressGroup('2001:db8:0:2::1'))
  expect(addressGroup('10.0.0.1')).toBe('10.0.0.1')
})
