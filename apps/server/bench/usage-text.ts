import { textTable } from '../../../packages/credits/bench/report/text-table.ts'
import type { UsageResult } from './measure-usage.ts'

/** The report for people. */
export function usageText(result: UsageResult): string {
  const head = ['a page of usage of', 'p50 ms', 'p99 ms', 'plain p50', 'times faster', 'target p99']
  const lines = result.pages.map(({ period, rollup, pageMs, plainMs, targetMs }) => [
    `${period}, ${rollup}`,
    pageMs.p50.toFixed(1),
    pageMs.p99.toFixed(1),
    plainMs.p50.toFixed(1),
    (plainMs.p50 / pageMs.p50).toFixed(1),
    String(targetMs),
  ])
  const { entries, rollupRows, addUpMs, differences } = result
  return [
    `One workspace with ${entries} entries; over HTTP, session and names included. Plain: the same`,
    'figures from every operation, in one statement of SQL.',
    textTable([head, ...lines]),
    `Adding all of it up took ${Math.round(addUpMs)} ms and made ${rollupRows} rows.`,
    `Days on which a page and the ledger differed: ${differences}.\n`,
  ].join('\n')
}
