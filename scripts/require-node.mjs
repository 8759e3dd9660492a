import { readFileSync } from 'node:fs'

/** Ends the process with one line when Node is older than `engines` in package.json asks. */
export function requireNode(running = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const wanted = engines.node.replace(/[^\d.]/g, '')
  if (isAtLeast(running, wanted)) return
  console.error(
    `Rheos needs Node ${wanted} or newer, and this is Node ${running}. Get it from https://nodejs.org.`,
  )
  process.exit(1)
}

/** Whether `20.20.2` is at least `20.19`. */
export function isAtLeast(version, wanted) {
  const have = version.split('.').map(Number)
  const want = wanted.split('.').map(Number)
  for (const [index, part] of want.entries()) {
    const own = have[index] ?? 0
    if (own !== part) return own > part
  }
  return true
}
