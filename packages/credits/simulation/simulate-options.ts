import { parseArgs } from 'node:util'

export interface SimulateOptions {
  readonly json: boolean
  readonly mutants: boolean
  /** On PostgreSQL, with so many processes, instead of in memory. */
  readonly processes?: number
  /** How many seeds, from 1 on. */
  readonly seeds: number
  /** The only seed, with its trace. */
  readonly seed?: number
}

/** What was asked for cannot be done; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const usage = `npm run simulate -- [--seeds N] [--seed S] [--mutants] [--json]
npm run simulate -- --postgres [--processes P] [--seeds N] [--seed S] [--json]`

const SEEDS = 2000
const SEEDS_ON_POSTGRES = 100
const PROCESSES = '3'

export function parseSimulateOptions(args: readonly string[]): SimulateOptions {
  const { json, mutants, postgres, processes, seeds, seed } = parse(args)
  if (postgres && mutants) throw new UsageError(`--mutants run in memory alone.\n${usage}`)
  if (processes && !postgres) throw new UsageError(`--processes needs --postgres.\n${usage}`)
  const usual = postgres ? SEEDS_ON_POSTGRES : SEEDS
  return {
    json,
    mutants,
    seeds: seeds === undefined ? usual : whole(seeds, '--seeds'),
    ...(postgres && { processes: whole(processes ?? PROCESSES, '--processes') }),
    ...(seed !== undefined && { seed: whole(seed, '--seed') }),
  }
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  const number = { type: 'string' } as const
  const options = {
    json: flag,
    mutants: flag,
    postgres: flag,
    processes: number,
    seeds: number,
    seed: number,
  } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function whole(text: string, name: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0) return value
  throw new UsageError(`${name} takes a whole number above 0.\n${usage}`)
}
