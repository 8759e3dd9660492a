import { ensure } from './ensure.mjs'
import { runSource } from './run-source.mjs'

if (!ensure()) process.exit(1)
runSource('apps/server/proof/index.ts', process.argv.slice(2))
