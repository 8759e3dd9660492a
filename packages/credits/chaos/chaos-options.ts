import { parseArgs } from 'node:util'
import { type ChaosSettings, PRODUCTION } from './chaos-settings.ts'

export interface ChaosOptions {
  readonly json: boolean
  readonly settings: ChaosSettings
}

/** What was asked for cannot be done; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const usage = `npm run chaos -- [--rounds N] [--lease-seconds S] [--production] [--seed S] [--json]`

export function parseChaosOptions(args: readonly string[], anySeed: number): ChaosOptions {
  const { json, production, ...values } = parse(args)
  const usual = production ? PRODUCTION : { rounds: 200, leaseMs: 2000 }
  const seconds = values['lease-seconds']
  return {
    json,
    settings: {
      rounds: values.rounds === undefined ? usual.rounds : whole('--rounds', values.rounds, 1),
      leaseMs: seconds === undefined ? usual.leaseMs : whole('--lease-seconds', seconds, 1) * 1000,
      seed: values.seed === undefined ? anySeed : whole('--seed', values.seed, 0),
    },
  }
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  const value = { type: 'string' } as const
  const options = { rounds: value, 'lease-seconds': value, seed: value, json: flag } as const
  try {
    return parseArgs({ args: [...args], options: { ...options, production: flag } }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= least) return value
  throw new UsageError(`${name} takes a whole number from ${least} on.\n${usage}`)
}
