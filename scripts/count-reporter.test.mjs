import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bin } from './build-parts.mjs'
import { root } from './root.mjs'

let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rheos-count-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('tests that pass and tests that fail are counted', () => {
  const text = `test('a', () => {}); test('b', () => {}); test('c', () => { throw new Error() })`
  expect(countOf(text)).toEqual({ passed: 2, failed: 1 })
})

test('a file that does not load has failed', () => {
  expect(countOf(`import './nowhere.ts'; test('a', () => {})`)).toEqual({ passed: 0, failed: 1 })
})

test('a hook that fails has failed', () => {
  const text = `afterAll(() => { throw new Error() }); test('a', () => {})`
  expect(countOf(text)).toEqual({ passed: 1, failed: 1 })
})

test('an error outside of any test has failed', () => {
  const text = `test('a', async () => {
    setTimeout(() => { throw new Error() })
    await new Promise((resolve) => setTimeout(resolve, 20))
  })`
  expect(countOf(text)).toEqual({ passed: 1, failed: 1 })
})

function countOf(text) {
  const file = join(folder, 'some.test.ts')
  writeFileSync(file, `import { afterAll, test } from 'vitest'\n${text}`)
  const count = join(folder, 'count.json')
  const reporter = join(root, 'scripts/count-reporter.mjs')
  spawnSync(
    process.execPath,
    [bin('vitest', 'vitest.mjs'), 'run', `--root=${folder}`, `--reporter=${reporter}`],
    { env: { ...process.env, RHEOS_COUNT_FILE: count }, stdio: 'ignore' },
  )
  return JSON.parse(readFileSync(count, 'utf8'))
}
