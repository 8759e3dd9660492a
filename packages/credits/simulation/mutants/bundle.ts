import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type * as simulation from '../run-seed.ts'
import type { Edit, Mutant } from './mutant.ts'

export type Simulation = typeof simulation

const sources = fileURLToPath(new URL('../../src', import.meta.url))

/** The simulation of the meter as it is, or as the mutant has it: loaded, and nothing on disk. */
export async function loadSimulation(mutant?: Mutant): Promise<Simulation> {
  const code = await bundle(new URL('../run-seed.ts', import.meta.url), { format: 'esm', mutant })
  return await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
}

export interface BundleOptions {
  readonly format: 'esm' | 'cjs'
  /** Of the meter in it. */
  readonly mutant?: Mutant | undefined
}

/** A program and all that it imports, in one text. */
export async function bundle(entry: URL, { format, mutant }: BundleOptions): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format,
    platform: 'node',
    target: 'es2023',
    conditions: ['rheos-source'],
    // An optional companion of `pg`.
    external: ['pg-native'],
    logLevel: 'silent',
    plugins: mutant ? [mutation(mutant)] : [],
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
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
