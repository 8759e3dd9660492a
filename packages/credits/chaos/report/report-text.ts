import { textTable } from '../../bench/report/text-table.ts'
import type { ChaosReport, RoundResult } from './chaos-report.ts'

/** The report for people. */
export function reportText(report: ChaosReport): string {
  const { date, command, postgres, node, settings, findings, mismatches } = report
  const { leaseMs, seed } = settings
  const head = [
    `${date}  ${command}`,
    `PostgreSQL ${postgres}, Node ${node}, seed ${seed}`,
    `lease ${seconds(leaseMs)}, reaper every ${seconds(report.reapEveryMs)}`,
  ]
  const found = findings.map(({ rule, text }) => `  [${rule}] ${text}`)
  const more = mismatches - findings.length
  if (more > 0) found.push(`  and ${more} more`)
  return [
    ...head,
    '',
    `${textTable(rowsOf(report))}${found.map((line) => `${line}\n`).join('')}`,
  ].join('\n')
}

/** One line while the run goes on. */
export function roundText(round: RoundResult, rounds: number): string {
  const { backMs, crashedMs, failures } = round
  const back = backMs === undefined ? 'NOT BACK' : `back after ${seconds(backMs)}`
  const more = [
    round.isCut && 'connections cut',
    crashedMs !== undefined && `database away for ${seconds(crashedMs)}`,
    failures > 0 && `${failures} asked without an answer`,
  ].filter((text) => text !== false)
  const what = `killed after ${seconds(round.killedAfterMs)}, ${round.leftOpen} left open, ${back}`
  return [`Round ${round.number} of ${rounds}: ${what}, ${round.answers} answers`, ...more].join(
    ', ',
  )
}

function rowsOf({ rounds, fates, mismatches, backWithinMs }: ChaosReport): string[][] {
  const count = (isIt: (round: RoundResult) => boolean) => String(rounds.filter(isIt).length)
  const sum = (of: (round: RoundResult) => number) =>
    rounds.reduce((total, round) => total + of(round), 0).toLocaleString('en')
  const usual = backTimes(rounds.filter(({ crashedMs }) => crashedMs === undefined))
  const crashed = backTimes(rounds.filter(({ crashedMs }) => crashedMs !== undefined))
  return [
    ['rounds', String(rounds.length)],
    ['processes killed', String(rounds.length)],
    ['connections of a process cut', count(({ isCut }) => isCut)],
    ['crashes of the database', count(({ crashedMs }) => crashedMs !== undefined)],
    ['answers told', sum(({ answers }) => answers)],
    ['asked without an answer', sum(({ failures }) => failures)],
    ['operations', fates.operations.toLocaleString('en')],
    ['settled', fates.settled.toLocaleString('en')],
    ['released', fates.released.toLocaleString('en')],
    ['  by the reaper', fates.lapsed.toLocaleString('en')],
    ['  never started', fates.stranded.toLocaleString('en')],
    ['refused', fates.refused.toLocaleString('en')],
    ['left open by the killed', sum(({ leftOpen }) => leftOpen)],
    ['their credits back after, p50', seconds(usual.p50)],
    ['  longest', seconds(usual.max)],
    ['  longest allowed', seconds(backWithinMs)],
    ['  longest less the crash, if one', seconds(crashed.max)],
    ['mismatches', String(mismatches)],
  ]
}

/** Of the rounds in which anything was left open and came back; less what the database was away. */
function backTimes(rounds: readonly RoundResult[]): {
  readonly p50: number
  readonly max: number
} {
  const times = rounds
    .flatMap(({ leftOpen, backMs, crashedMs = 0 }) =>
      leftOpen > 0 && backMs !== undefined ? [backMs - crashedMs] : [],
    )
    .sort((a, b) => a - b)
  return { p50: times[Math.floor(times.length / 2)] ?? NaN, max: times.at(-1) ?? NaN }
}

function seconds(ms: number): string {
  if (Number.isNaN(ms)) return '–'
  return `${(ms / 1000).toFixed(2)} s`
}
