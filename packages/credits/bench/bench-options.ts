import { parseArgs } from 'node:util'
import { type Effort, fullEffort, shortEffort } from './effort.ts'
import { type MeasurementName, measurementNames } from './measurements.ts'

export interface BenchOptions {
  readonly json: boolean
  /** Whether a missed target is a failure. */
  readonly strict: boolean
  readonly names: readonly MeasurementName[]
  readonly effort: Effort
}

/** What was asked for cannot be done; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const usage = `npm run bench -- credits [--json] [--short] [--strict] [--seconds N] [--only NAME]
NAME: ${measurementNames.join(', ')}`

export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { json, short, strict, seconds, only } = parse(args)
  const effort = short ? shortEffort : fullEffort
  return {
    json,
    strict,
    names: only.length === 0 ? measurementNames : only.map(measurementName),
    effort: seconds === undefined ? effort : { ...effort, seconds: positive(seconds) },
  }
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  const options = {
    json: flag,
    short: flag,
    strict: flag,
    seconds: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] as string[] },
  } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function measurementName(name: string): MeasurementName {
  const found = measurementNames.find((known) => known === name)
  if (found === undefined) throw new UsageError(`There is no measurement "${name}".\n${usage}`)
  return found
}

function positive(seconds: string): number {
  const value = Number(seconds)
  if (value > 0 && Number.isFinite(value)) return value
  throw new UsageError(`--seconds takes a number above 0.\n${usage}`)
}
