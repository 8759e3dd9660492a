import { ensure } from './ensure.mjs'
import { runSource } from './run-source.mjs'

const benches = {
  credits: 'packages/credits/bench/index.ts',
  billing: 'apps/server/bench/index.ts',
  studio: 'apps/web/bench/index.ts',
  publishing: 'apps/server/bench/publishing/index.ts',
  preflight: 'packages/preflight/bench/index.ts',
}

const [name = '', ...args] = process.argv.slice(2)
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench === undefined) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
if (!ensure()) process.exit(1)
runSource(bench, args)
