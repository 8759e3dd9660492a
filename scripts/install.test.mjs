import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstalled } from './install.mjs'

let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rheos-install-'))
  mkdirSync(join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const hono = { version: '4.1.0', integrity: 'sha512-a' }
const locked = {
  '': { name: 'rheos' },
  'packages/credits': { version: '0.1.0' },
  'node_modules/hono': hono,
  'node_modules/for-another-system': { version: '1.0.0', optional: true },
}

test('a fresh clone is not installed', () => {
  lock(locked)
  expect(isInstalled(folder)).toBe(false)
})

test('what npm installed is what is locked, but for optional packages of other systems', () => {
  lock(locked)
  installed({ 'node_modules/hono': hono })
  expect(isInstalled(folder)).toBe(true)
})

test.each([
  ['a package is missing', {}],
  ['a package has another version', { 'node_modules/hono': { ...hono, version: '4.0.9' } }],
  ['a package has other contents', { 'node_modules/hono': { ...hono, integrity: 'sha512-b' } }],
])('%s', (_, packages) => {
  lock(locked)
  installed(packages)
  expect(isInstalled(folder)).toBe(false)
})

function lock(packages) {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
}

function installed(packages) {
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
}
