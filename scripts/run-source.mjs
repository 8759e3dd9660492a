import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/** Runs a TypeScript program of ours from its sources and ends as it ends. */
export function runSource(program, args, nodeOptions = []) {
  const child = spawn(
    process.execPath,
    [
      '--conditions=rheos-source',
      ...nodeOptions,
      '--import',
      import.meta.resolve('tsx'),
      program,
      ...args,
    ],
    { cwd: root, stdio: 'inherit' },
  )
  // It has a database to put away, and a Ctrl-C at the terminal has reached it already.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => pass(child, signal))
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

function pass(child, signal) {
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
}
