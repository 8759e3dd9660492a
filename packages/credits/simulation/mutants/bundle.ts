import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type * as simulation from '../run-seed.ts'
import type { Edit, Mutant } from './mutant.ts'

export type Simulation = typeof simulation

const entry = fileURLToPath(new URL('../run-seed.ts', import.meta.url))
const sources = fileURLToPath(new URL('../../src', import.meta.url))

/** The simulation of the meter as it is, or as the mutant has it: loaded, and nothing on disk. */
export async function loadSimulation(mutant?: Mutant): Promise<Simulation> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    conditions: ['rheos-source'],
    logLevel: 'silent',
    plugins: mutant ? [mutation(mutant)] : [],
  })
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  return await import(`data:text/javascript;base64,${code}`)
}

function mutation({ edits }: Mutant): Plugin {
  return {
    name: 'mutation',
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const file = relative(sources, path).replaceAll('\\', '/')
        const own = edits.filter((edit) => edit.file === file)
        if (own.length === 0) return undefined
        return { contents: edited(await readFile(path, 'utf8'), own), loader: 'ts' }
      })
    },
  }
}

/** Throws when a text to remove is not there exactly once: the guard has moved, or has a twin. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, { file, remove, put }) => {
    const parts = before.split(remove)
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${remove}`)
    return parts.join(put)
  }, text)
}
