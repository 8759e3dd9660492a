import { readFileSync } from 'node:fs'

/** Whether Node is as new as `engines` in package.json asks; says so in one line when not. */
export function isNodeNewEnough(running = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const wanted = engines.node.replace(/[^\d.]/g, '')
  if (isAtLeast(running, wanted)) return true
  console.error(
    `Rheos needs Node ${wanted} or newer, and this is Node ${running}. Get it from https://nodejs.org.`,
  )
  return false
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
