import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { bin, build } from './build-parts.mjs'
import { ensure } from './ensure.mjs'
import { isInstalled } from './install.mjs'
import { root } from './root.mjs'

/** Runs the tests of the Bluesky adapter against Bluesky's own server, which is started for them. */

const folder = join(root, 'proof/bluesky')
/** Of an install that waits for a network that is not there. */
const installMaxMs = 8 * 60_000

if (!ensure()) process.exit(1)
if (!installServer()) {
  // Another machine will try it: what could not be tried is no fault of the change.
  console.log(
    "Skipped: Bluesky's own server could not be installed here (network and compiler needed).",
  )
  process.exit(0)
}
// The browser test uses the studio as it is served.
process.exitCode = build() ? await test() : 1

/** Its packages are many and compiled in part, so they are installed only where this is asked for. */
function installServer() {
  if (!isInstalled(folder)) {
    console.error("Installing Bluesky's own server …")
    const args = ['ci', '--loglevel=error', '--no-fund', '--no-audit']
    const options = { cwd: folder, stdio: 'ignore', timeout: installMaxMs }
    const { status } = spawnSync('npm', args, options)
    if (status !== 0) return false
  }
  // What was compiled against the headers of another Node is there and does not load.
  const probe = "new (require('better-sqlite3'))(':memory:').close()"
  return spawnSync(process.execPath, ['-e', probe], { cwd: folder, stdio: 'ignore' }).status === 0
}

async function test() {
  const server = spawn(process.execPath, ['serve.mjs'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    const told = await firstLine(server)
    if (told === undefined) {
      console.error("Bluesky's own server did not start. The lines above say why.")
      return 1
    }
    const args = ['run', '--project', 'bluesky', '--reporter=default', ...process.argv.slice(2)]
    const tests = spawn(process.execPath, [bin('vitest', 'vitest.mjs'), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', RHEOS_REAL_BLUESKY: told },
    })
    const [code] = await once(tests, 'exit')
    return code ?? 1
  } finally {
    server.stdin.end()
  }
}

/** Undefined: it ended before it said anything. */
async function firstLine(server) {
  for await (const line of createInterface({ input: server.stdout }))
    if (line.startsWith('{')) return line
  return undefined
}
