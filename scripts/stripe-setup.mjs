import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build-parts.mjs'
import { ensure } from './ensure.mjs'
import { root } from './root.mjs'

if (!ensure() || !build({ only: 'server' })) process.exit(1)

const program = pathToFileURL(join(root, 'apps/server/dist/run-stripe-setup.js')).href
const { runStripeSetup } = await import(program)
process.exitCode = await runStripeSetup(process.argv.slice(2))
