import { Bench } from './bench.ts'
import { type BenchOptions, parseBenchOptions, UsageError } from './bench-options.ts'
import { measure } from './measurements.ts'
import type { BenchReport } from './report/bench-report.ts'
import { machineWith } from './report/machine.ts'
import { reportText } from './report/report-text.ts'
import { targetsOf } from './report/targets.ts'
import type { BenchServer } from './server/bench-server.ts'
import { withBenchServer } from './server/with-bench-server.ts'

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

async function main(args: readonly string[]): Promise<void> {
  const options = parseBenchOptions(args)
  const command = ['npm run bench -- credits', ...args].join(' ')
  const report = await withBenchServer((server) => run(server, options, command))
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report))
  if (options.strict && report.targets.some(({ met }) => !met)) process.exitCode = 1
}

async function run(
  server: BenchServer,
  { names, effort }: BenchOptions,
  command: string,
): Promise<BenchReport> {
  const date = new Date().toISOString()
  const machine = machineWith(server.version, server.folder)
  const bench = new Bench(server, effort, (line) => process.stderr.write(`${line}\n`))
  const measurements = await measure(bench, names)
  const { audits } = bench
  const mismatches = audits.reduce(
    (sum, { grants, operations, gaps, settled }) => sum + grants + operations + gaps + settled,
    0,
  )
  const targets = targetsOf(measurements, mismatches)
  const about = { benchmark: 'credits', date, command, machine, effort } as const
  return { ...about, measurements, mismatches, audits, targets }
}
