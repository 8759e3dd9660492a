import { ensure } from './ensure.mjs'
import { runSource } from './run-source.mjs'

if (!ensure()) process.exit(1)
// A seed leaves much behind that is young when it dies.
const nodeOptions = ['--max-semi-space-size=64']
runSource('packages/credits/simulation/index.ts', process.argv.slice(2), nodeOptions)
