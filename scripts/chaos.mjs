import { ensure } from './ensure.mjs'
import { runSource } from './run-source.mjs'

if (!ensure()) process.exit(1)
runSource('packages/credits/chaos/index.ts', process.argv.slice(2))
