import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build-parts.mjs'
import { ensure } from './ensure.mjs'
import { root } from './root.mjs'

if (!ensure() || !build({ only: 'server' })) process.exit(2)

const { runAudit } = await import(pathToFileURL(join(root, 'apps/server/dist/run-audit.js')).href)
process.exitCode = await runAudit()
