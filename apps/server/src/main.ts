// Nothing is imported before Node is known to be new enough to read it.
const needed = [20, 19] as const
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  process.stderr.write(
    `Rheos needs Node.js ${needed.join('.')} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and start again.\n`,
  )
  process.exitCode = 1
} else {
  const { runProcess } = await import('./run-process.ts')
  await runProcess()
}
