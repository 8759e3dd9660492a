import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from './fingerprint.mjs'

let folder
let before

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rheos-fingerprint-'))
  mkdirSync(join(folder, 'src'))
  write('src/hold.ts', 'hold')
  before = fingerprint(folder, ['src'])
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each([
  ['other contents', () => write('src/hold.ts', 'held')],
  ['a new file', () => write('src/grant.ts', '')],
  ['another name', () => renameSync(join(folder, 'src/hold.ts'), join(folder, 'src/held.ts'))],
])('%s makes another fingerprint', (_, change) => {
  change()
  expect(fingerprint(folder, ['src'])).not.toBe(before)
})

test.each([
  ['a test', () => write('src/hold.test.ts', 'test')],
  ['another time', () => utimesSync(join(folder, 'src/hold.ts'), 1, 1)],
])('%s does not', (_, change) => {
  change()
  expect(fingerprint(folder, ['src'])).toBe(before)
})

test('a path that is not there is nothing', () => {
  expect(fingerprint(folder, ['src', 'nowhere'])).toBe(before)
})

function write(path, contents) {
  writeFileSync(join(folder, path), contents)
}
