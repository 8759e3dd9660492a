import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bin } from './build-parts.mjs'
import { ensure } from './ensure.mjs'
import { root } from './root.mjs'

if (!ensure()) process.exit(1)

const arrows = ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'packages', 'apps']

const testTypes = [
  '-p',
  'tsconfig/tests',
  '--incremental',
  '--tsBuildInfoFile',
  'node_modules/.cache/rheos/tests.tsbuildinfo',
]

/** Two at a time, those that take long first. */
const checks = [
  [
    'types',
    bin('typescript', 'bin/tsc'),
    '-b',
    'packages/credits',
    'packages/credits/src/ai-sdk',
    'packages/contract',
    'packages/local-postgres',
    'packages/preflight',
    'apps/server',
    'apps/web',
  ],
  ['types of tests', bin('typescript', 'bin/tsc'), ...testTypes],
  ['arrows', bin('dependency-cruiser', 'bin/dependency-cruise.mjs'), ...arrows],
  ['unused', bin('knip', 'bin/knip.js'), '--no-progress'],
  [
    'format and lint',
    bin('@biomejs/biome', 'bin/biome'),
    'check',
    '--error-on-warnings',
    '--colors=off',
  ],
  ['tidy', 'scripts/tidy.mjs'],
]

const failures = []
const waiting = [...checks]
await Promise.all([worker(), worker()])
if (!failures.includes('types')) {
  await warnOfStaleLimits()
  await warnOfEndingVersions()
}
if (failures.length > 0) {
  console.log(`\nNot in order: ${failures.join(', ')}. The lines above say what to change.`)
  process.exitCode = 1
}

/** A warning and no failure: the code is as good as it was, the networks may have moved on. */
async function warnOfStaleLimits() {
  const built = pathToFileURL(join(root, 'packages/preflight/dist/index.js')).href
  const { staleLimits } = await import(built)
  for (const { network, days } of staleLimits(new Date())) {
    console.log(`warn packages/preflight/src/limits/${network}.json was checked ${days} days ago`)
  }
}

/** Versions of the networks' interfaces end on a day that is known long before. */
async function warnOfEndingVersions() {
  const built = pathToFileURL(join(root, 'apps/server/dist/networks/api-versions.js')).href
  const { versionsEndingSoon } = await import(built)
  for (const warning of versionsEndingSoon(Date.now())) console.log(`warn ${warning}`)
}

async function worker() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const [name, ...args] = check
    const startedAt = Date.now()
    const { code, output } = await run(args)
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
    if (code === 0) continue
    failures.push(name)
    console.log(output.trimEnd())
  }
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('close', (code) => resolve({ code, output }))
  })
}
