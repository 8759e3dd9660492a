import { spawn } from 'node:child_process'
import { ensure } from './ensure.mjs'
import { root } from './root.mjs'

if (!ensure()) process.exit(1)

const child = spawn(
  process.execPath,
  [
    '--conditions=rheos-source',
    // A seed leaves much behind that is young when it dies.
    '--max-semi-space-size=64',
    '--import',
    import.meta.resolve('tsx'),
    'packages/credits/simulation/index.ts',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
)
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
