import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** Installs the locked packages when some are missing or of another version. Returns whether all are there. */
export function install() {
  if (isInstalled(root)) return true
  console.error('Installing packages …')
  // Production leaves out what builds and tests need; both start from the same packages here.
  const { status, error } = npm([
    'ci',
    '--include=dev',
    '--loglevel=error',
    '--no-fund',
    '--no-audit',
  ])
  if (status === 0) return true
  console.error(
    `The packages could not be installed${error ? ` (${error.message})` : ''}. Check the network and run it again.`,
  )
  return false
}

/**
 * Whether what npm says it installed is what the lock file asks for. npm writes its list last, so
 * an install that was killed half way has none.
 */
export function isInstalled(folder) {
  const listFile = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(listFile)) return false
  const installed = packagesOf(listFile)
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || !path.includes('node_modules/')) return true
    const found = installed[path]
    // Optional ones are for other machines.
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function npm(args) {
  // Set when npm runs this script: the same npm, whatever the PATH and the system are.
  const own = process.env.npm_execpath
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
