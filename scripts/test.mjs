import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin, build } from './build-parts.mjs'
import { ensure } from './ensure.mjs'
import { root } from './root.mjs'

// The browser tests use the studio as it is served.
const isReady = ensure() && build()
const { passed, failed } = isReady ? run(process.argv.slice(2)) : { passed: 0, failed: 1 }
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function run(args) {
  const folder = mkdtempSync(join(tmpdir(), 'rheos-count-'))
  const countFile = join(folder, 'count.json')
  const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts/count-reporter.mjs')}`]
  const { status } = spawnSync(
    process.execPath,
    [bin('vitest', 'vitest.mjs'), 'run', ...reporters, ...args],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // Said outright: a shell set to production would test the production build of libraries.
      env: { ...process.env, NODE_ENV: 'test', RHEOS_COUNT_FILE: countFile },
    },
  )
  const count = readCount(countFile)
  rmSync(folder, { recursive: true })
  // Whatever made the run fail counts, also when no test did.
  return status === 0 || count.failed > 0 ? count : { ...count, failed: 1 }
}

function readCount(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1 }
  }
}
