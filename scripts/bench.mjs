import { spawn } from 'node:child_process'
import { ensure } from './ensure.mjs'
import { root } from './root.mjs'

const benches = { credits: 'packages/credits/bench/index.ts' }

const [name = '', ...args] = process.argv.slice(2)
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench === undefined) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
if (!ensure()) process.exit(1)

const child = spawn(
  process.execPath,
  ['--conditions=rheos-source', '--import', import.meta.resolve('tsx'), bench, ...args],
  { cwd: root, stdio: 'inherit' },
)
// It has a database to put away, and a Ctrl-C at the terminal has reached it already.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal))
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})

function pass(signal) {
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
}
