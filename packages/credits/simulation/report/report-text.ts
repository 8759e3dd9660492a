import type { Finding } from '../audit/findings.ts'
import type { TracedResult } from '../life.ts'
import type { Hunted } from '../mutants/hunt-mutants.ts'
import type { Spread, Summary } from '../run-seeds.ts'
import { textTable } from './text-table.ts'

export function summaryText(summary: Summary): string {
  const { seeds, seconds, seedsPerSecond, clients, commands, calls, faults, deaths, failing } =
    summary
  const violations = failing.reduce((sum, { findings }) => sum + findings.length, 0)
  return textTable([
    ['seeds', number(seeds)],
    ['clients of a seed', spread(clients)],
    ['commands of a seed', spread(commands)],
    ['calls, with repetitions', number(calls)],
    ['faults', number(faults)],
    ['deaths of processes', number(deaths)],
    ['seconds', seconds.toFixed(1)],
    ['seeds per second', number(seedsPerSecond)],
    ['seeds that fail', number(failing.length)],
    ['violations', number(violations)],
  ])
}

/** A seed from its first step to what the auditor says of it. */
export function seedText(result: TracedResult): string {
  const { seed, trace, findings } = result
  const end = findings.length === 0 ? 'Nothing is wrong with it.\n' : findingsText(findings)
  return `Seed ${seed}\n${trace.map((line) => `  ${line}\n`).join('')}${end}`
}

function findingsText(findings: readonly Finding[]): string {
  return findings.map(({ rule, check, text }) => `  ${rule} (${check}) ${text}\n`).join('')
}

export function huntText(hunted: readonly Hunted[]): string {
  const head = ['mutant', 'rule', 'caught at seed', 'by', 'as']
  const lines = hunted.map(({ mutant, rule, seed, check = '', broken = '' }) => [
    mutant,
    rule,
    seed === undefined ? 'SURVIVED' : String(seed),
    check,
    broken,
  ])
  const caught = hunted.filter(({ seed }) => seed !== undefined)
  return `${textTable([head, ...lines])}  ${caught.length} of ${hunted.length} mutants caught\n`
}

function spread({ least, mean, most }: Spread): string {
  return `${least} to ${most}, mean ${mean.toFixed(1)}`
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })
}
