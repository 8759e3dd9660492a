import { build } from './build-parts.mjs'
import { ensure } from './ensure.mjs'

if (!ensure() || !build({ force: true })) process.exitCode = 1
