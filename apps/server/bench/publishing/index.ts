import { parseArgs } from 'node:util'
import { machineWith } from '../../../../packages/credits/bench/report/machine.ts'
import { withScratchPostgres } from '../../../../test/with-scratch-postgres.ts'
import { migrate } from '../../src/db/migrate.ts'
import { calendarText, measureCalendar } from './calendar-of-many.ts'
import { dueText, measureDueAtOnce } from './due-at-once.ts'

const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({ options: { json: flag, short: flag, strict: flag } })
const effort = values.short
  ? { posts: 40, rounds: 1, concurrency: 10, calendar: { posts: 500, rounds: 5 } }
  : { posts: 1000, rounds: 3, concurrency: 64, calendar: { posts: 5000, rounds: 100 } }

/** Each part on a PostgreSQL of its own: what one leaves behind slows down no other. */
const due = await withScratchPostgres('bench', async ({ folder, postgres }) => {
  const { connectionString } = postgres
  await migrate(connectionString)
  return measureDueAtOnce({ ...effort, connectionString, folder })
})
const { calendar, postgresVersion } = await withScratchPostgres('bench', async (scratch) => {
  const { connectionString } = scratch.postgres
  await migrate(connectionString)
  return measureCalendar({ ...effort.calendar, connectionString, dataDir: scratch.folder })
})
const command = ['npm run bench -- publishing', ...process.argv.slice(2)].join(' ')
const about = { benchmark: 'publishing', date: new Date().toISOString(), command, effort }
const report = { ...about, machine: machineWith(postgresVersion, process.cwd()), due, calendar }
process.stdout.write(
  values.json
    ? `${JSON.stringify(report, null, 2)}\n`
    : `${command}\n${dueText(due)}${calendarText(calendar)}`,
)
const met =
  due.differences === 0 &&
  due.lateMs.p99 <= due.lateMaxMs &&
  due.twice >= due.twiceAtLeast &&
  calendar.monthMs.p99 <= calendar.targetMs
if (values.strict && !met) process.exitCode = 1
