import type { Figure, PercentileFigures } from '../load/figure.ts'
import type { Results } from '../measurements.ts'
import type { BenchReport } from './bench-report.ts'
import type { Machine } from './machine.ts'
import type { Target } from './targets.ts'
import { textTable } from './text-table.ts'

/** The report for people. Figures are medians of the rounds; where two are joined, least and most. */
export function reportText(report: BenchReport): string {
  const { measurements: results, effort } = report
  const rounds = `${effort.rounds} × ${effort.seconds} s each, medians${effort.isShort ? '; short: its times mean little' : ''}`
  return [
    `${report.date}  ${report.command}\n${machineText(report.machine)}\n${rounds}\n`,
    results.pairs && pairsText(results.pairs),
    results.overspend && overspendText(results.overspend),
    results.idle && idleText(results.idle),
    results['two-processes'] && processesText(results['two-processes']),
    results.balance && balanceText(results.balance),
    results['commit-to-page'] && pageText(results['commit-to-page']),
    results.memory && memoryText(results.memory),
    auditText(report),
    targetsText(report.targets),
  ]
    .filter((text) => text !== undefined)
    .join('\n')
}

function machineText(machine: Machine): string {
  const { cores, cpu, memoryBytes, system, node, postgres, loadBefore, isDiskInMemory } = machine
  const size = `${cores} cores, ${cpu}, ${Math.round(memoryBytes / 2 ** 30)} GiB`
  const text = `${size}, ${system}, Node ${node}, PostgreSQL ${postgres}, load ${number(loadBefore)}`
  if (!isDiskInMemory) return text
  return `${text}\nThe scratch folder is in memory, where nothing is durable: set TMPDIR to one on a disk.`
}

function pairsText(rows: Results['pairs']): string {
  const head = ['load', 'candidate', 'callers', 'pairs/s', 'least–most', '× naive 32']
  const latencies = ['pair p50', 'pair p99', 'hold p50', 'hold p99 ms']
  const lines = rows.map(({ shape, candidate, callers, pairsPerSecond, ...row }) => [
    shape,
    candidate,
    String(callers),
    number(pairsPerSecond.median),
    range(pairsPerSecond),
    number(row.timesNaive.median),
    ...percentiles(row.pairMs),
    ...percentiles(row.holdMs),
  ])
  const title = 'Pairs of hold and settle: hot is one workspace, spread are many'
  return `${title}\n${textTable([[...head, ...latencies], ...lines], 2)}`
}

function overspendText(rows: Results['overspend']): string {
  const head = ['candidate', 'callers', 'granted', 'spent', 'overspent', 'least–most']
  const lines = rows.map(({ candidate, callers, granted, spent, overspent }) => [
    candidate,
    String(callers),
    number(granted),
    number(spent.median),
    number(overspent.median),
    range(overspent),
  ])
  return `A race near zero: credits for half of the callers\n${textTable([head, ...lines])}`
}

function idleText({ ours, single, holdRatio, settleRatio }: Results['idle']): string {
  const head = ['', 'hold p50', 'hold p99', 'settle p50', 'settle p99 ms']
  const lines = [
    ['ours', ...percentiles(ours.holdMs), ...percentiles(ours.settleMs)],
    ['single call', ...percentiles(single.holdMs), ...percentiles(single.settleMs)],
    ['ratio', number(holdRatio.median), '', number(settleRatio.median), ''],
  ]
  return `One idle caller\n${textTable([head, ...lines])}`
}

function processesText(result: Results['two-processes']): string {
  const { each, together, smallestShare, naive, timesNaive } = result
  const line = (name: string, figure: Figure) => [name, number(figure.median), range(figure)]
  const lines = [
    ...each.map((figure, index) => line(`process ${index + 1}, pairs/s`, figure)),
    line('together, pairs/s', together),
    line('smallest share', smallestShare),
    line('naive, one process, pairs/s', naive),
    line('× naive', timesNaive),
  ]
  const head = ['', 'median', 'least–most']
  return `Two processes with 32 callers each on one workspace\n${textTable([head, ...lines])}`
}

function balanceText({ few, many, ratio }: Results['balance']): string {
  const head = ['entries', 'p50', 'p99 ms']
  const lines = [few, many].map(({ entries, readMs }) => [number(entries), ...percentiles(readMs)])
  const table = textTable([head, ...lines, ['ratio', number(ratio.median), '']])
  return `Reading a balance with so many entries behind it\n${table}`
}

function pageText({ quiet, busy }: Results['commit-to-page']): string {
  const head = ['', 'p50', 'p99 ms']
  const lines = [
    ['quiet', ...percentiles(quiet)],
    ['busy', ...percentiles(busy)],
  ]
  return `From a settlement until a page knows the balance\n${textTable([head, ...lines])}`
}

function memoryText({ pairs, heapAtTenth, heapAtEnd, growth }: Results['memory']): string {
  const mebibytes = (bytes: number) => `${number(bytes / 2 ** 20)} MiB`
  const lines = [
    ['at a tenth', mebibytes(heapAtTenth)],
    ['at the end', mebibytes(heapAtEnd)],
    ['ratio', number(growth)],
  ]
  return `Heap in use over ${number(pairs)} pairs\n${textTable(lines)}`
}

function auditText({ audits, mismatches }: BenchReport): string {
  const wrong = audits.filter(
    ({ grants, operations, gaps, settled }) => grants + operations + gaps + settled > 0,
  )
  const lines = wrong.map(({ after, ...found }) => `  after ${after}: ${JSON.stringify(found)}\n`)
  return `Mismatches in the books, in ${audits.length} audits: ${mismatches}\n${lines.join('')}`
}

function targetsText(targets: readonly Target[]): string {
  const lines = targets.map(({ name, required, measured, met, naive }) => [
    met ? 'met' : 'MISSED',
    name,
    required,
    number(measured),
    naive === undefined ? '' : `naive: ${number(naive)}`,
  ])
  return `Targets\n${textTable([['', '', 'required', 'measured', ''], ...lines], 2)}`
}

function percentiles({ p50, p99 }: PercentileFigures): readonly [string, string] {
  return [number(p50.median), number(p99.median)]
}

function range({ min, max }: Figure): string {
  if (Number.isNaN(min)) return '–'
  return `${number(min)}–${number(max)}`
}

/** Three digits are more than is sure. */
function number(value: number): string {
  if (Number.isNaN(value)) return '–'
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en', { maximumFractionDigits: digits })
}
