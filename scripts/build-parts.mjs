import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { root } from './root.mjs'

const everywhere = ['package-lock.json', 'tsconfig', 'packages']
const projects = [
  'packages/credits',
  'packages/contract',
  'packages/local-postgres',
  'packages/preflight',
  'apps/server',
]

const parts = [
  {
    name: 'server',
    inputs: [
      ...everywhere,
      'apps/server/src',
      'apps/server/package.json',
      'apps/server/tsconfig.json',
    ],
    output: 'apps/server/dist/main.js',
    command: () => [bin('typescript', 'bin/tsc'), '-b', ...forced(), ...projects],
  },
  {
    name: 'web',
    inputs: [...everywhere, 'apps/web'],
    output: 'apps/web/dist/index.html',
    command: () => [bin('vite', 'bin/vite.js'), 'build', 'apps/web', '--logLevel=warn'],
  },
]

/** Builds the parts, or one, whose sources changed since they were built. Returns whether all are. */
export function build({ force = false, only } = {}) {
  const wanted = parts.filter(({ name }) => only === undefined || name === only)
  return wanted.every((part) => buildPart(part, force))
}

function buildPart(part, force) {
  const mark = join(root, 'node_modules/.cache/rheos', `built-${part.name}`)
  const wanted = fingerprint(root, part.inputs)
  if (!force && existsSync(join(root, part.output)) && read(mark) === wanted) return true
  console.error(`Building the ${part.name} …`)
  const { status } = spawnSync(process.execPath, part.command(), {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) {
    console.error(`The ${part.name} could not be built; the lines above say why.`)
    return false
  }
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, wanted)
  return true
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** The compiler's record of its last build outlives a removed `dist`, and it would write nothing. */
function forced() {
  return projects.every((project) => existsSync(join(root, project, 'dist'))) ? [] : ['--force']
}

/** A program of an installed package, started by this Node and not found by way of the PATH. */
export function bin(name, path) {
  const places = ['node_modules', 'apps/web/node_modules', 'apps/server/node_modules']
  const found = places
    .map((place) => join(root, place, name, path))
    .find((file) => existsSync(file))
  if (found === undefined) throw new Error(`${name} is not installed`)
  return found
}
