import { expect, test } from 'vitest'
import { isTrustedOrigin } from './trusted-origin.ts'

const publicUrl = 'https://studio.example.com'

test.each([
  ['https://studio.example.com', 'http://studio.example.com/api/v1/me', true],
  ['https://studio.example.com', 'http://10.0.0.5:3000/api/v1/me', true],
  ['http://studio.example.com', 'http://studio.example.com/api/v1/me', false],
  ['https://studio.example.com.evil.example', 'http://studio.example.com/', false],
  ['https://evil.example', 'http://studio.example.com/', false],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/', true],
  ['http://localhost:3000', 'http://localhost:3000/', true],
  ['http://[::1]:3000', 'http://[::1]:3000/', true],
  ['http://192.168.1.5:3000', 'http://192.168.1.5:3000/', true],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:3000/', false],
  ['http://localhost:3000', 'http://127.0.0.1:3000/', false],
  // A name of somebody's own that points at this machine.
  ['http://rebound.example:3000', 'http://rebound.example:3000/', false],
  ['null', 'http://localhost:3000/', false],
  ['', 'http://localhost:3000/', false],
  ['file://localhost', 'http://localhost/', false],
])('%s asking %s: %s', (origin, requestUrl, trusted) => {
  expect(isTrustedOrigin(origin, { publicUrl, requestUrl })).toBe(trusted)
})
