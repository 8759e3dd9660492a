import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

test('the first lines of the README run and say what they claim', async () => {
  const readme = await readFile(`${root}README.md`, 'utf8')
  const [, snippet = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
  const [, claim] = /console\.log.*\/\/ (\d+)/.exec(snippet) ?? []
  await mkdir(`${root}.cache`, { recursive: true })
  const folder = await mkdtemp(`${root}.cache/readme-`)
  try {
    await writeFile(`${folder}/readme.ts`, snippet)
    const flags = ['--conditions=rheos-source', '--import', 'tsx']
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, [...flags, `${folder}/readme.ts`], { cwd: root })
    expect(stdout.trim()).toBe(claim)
  } finally {
    await rm(folder, { recursive: true })
  }
})
