import { build } from './build-parts.mjs'
import { ensure } from './ensure.mjs'

ensure()
if (!build({ force: true })) process.exitCode = 1
