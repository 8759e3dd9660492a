import { randomInt } from 'node:crypto'
import { withScratchPostgres } from '../../../test/with-scratch-postgres.ts'
import { Findings } from './audit/findings.ts'
import { parseChaosOptions, UsageError } from './chaos-options.ts'
import { backWithinMs, type ChaosSettings, reapEveryMs } from './chaos-settings.ts'
import type { ChaosReport } from './report/chaos-report.ts'
import { reportText, roundText } from './report/report-text.ts'
import { runChaos } from './run-chaos.ts'
import { ChaosServer } from './server/chaos-server.ts'

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

async function main(args: readonly string[]): Promise<void> {
  const { json, settings } = parseChaosOptions(args, randomInt(2 ** 32))
  const command = ['npm run chaos --', ...args].join(' ')
  const report = await withScratchPostgres('chaos', ({ postgres }) =>
    run(new ChaosServer(postgres.connectionString), settings, command),
  )
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report))
  if (report.mismatches > 0) process.exitCode = 1
}

async function run(
  server: ChaosServer,
  settings: ChaosSettings,
  command: string,
): Promise<ChaosReport> {
  const date = new Date().toISOString()
  const findings = new Findings()
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const outcome = await runChaos(server, settings, {
    findings,
    say: (round) => say(roundText(round, settings.rounds)),
  })
  return {
    date,
    command,
    postgres: await server.version(),
    node: process.versions.node,
    settings,
    reapEveryMs: reapEveryMs(settings.leaseMs),
    backWithinMs: backWithinMs(settings.leaseMs),
    ...outcome,
    mismatches: findings.count,
    findings: findings.kept,
  }
}
