import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build-parts.mjs'
import { ensure } from './ensure.mjs'
import { root } from './root.mjs'

if (!ensure() || !build()) process.exit(1)

// In this process, not in a child: signals and the exit code need no passing on, and no kill can
// leave the server behind.
const main = join(root, 'apps/server/dist/main.js')
process.argv[1] = main
await import(pathToFileURL(main).href)
