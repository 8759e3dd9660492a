import { spawn } from 'node:child_process'
import { bin } from './build-parts.mjs'
import { ensure } from './ensure.mjs'
import { root } from './root.mjs'

if (!ensure()) process.exit(1)
let isStopping = false
const server = run([
  bin('tsx', 'dist/cli.mjs'),
  'watch',
  '--clear-screen=false',
  '--conditions=rheos-source',
  'apps/server/src/main.ts',
])
const web = run([bin('vite', 'bin/vite.js'), 'apps/web', '--clearScreen=false'])

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))
// Half a studio is of no use: when one ends, so does the other.
for (const child of [server, web]) child.on('exit', () => stop('SIGTERM'))

function run(args) {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
}

/** Once: a second signal would end the server before it has given back what it holds. */
function stop(signal) {
  if (isStopping) return
  isStopping = true
  // A Ctrl-C at the terminal has reached them already.
  if (signal === 'SIGINT' && process.stdin.isTTY) return
  for (const child of [server, web]) {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  }
}
