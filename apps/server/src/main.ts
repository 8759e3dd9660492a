// Nothing is imported before Node is known to be new enough to read it.
const needed = [20, 19] as const
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  giveUp(
    `Rheos needs Node.js ${needed.join('.')} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and start again.`,
  )
} else {
  const { runProcess } = await import('./run-process.ts').catch((error: unknown) =>
    giveUp(
      `Rheos is not installed completely (${firstLine(error)}). Run npm ci, then start again.`,
    ),
  )
  await runProcess()
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function firstLine(error: unknown): string {
  const [line = ''] = String(error).split('\n')
  return line
}
