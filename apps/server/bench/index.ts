import { parseArgs } from 'node:util'
import { machineWith } from '../../../packages/credits/bench/report/machine.ts'
import { withScratchPostgres } from '../../../test/with-scratch-postgres.ts'
import { migrate } from '../src/db/migrate.ts'
import { measureUpgrade } from './measure-upgrade.ts'
import { measureUsage } from './measure-usage.ts'
import { measureWebhooks } from './measure-webhooks.ts'
import { inPayingStudio } from './paying-studio.ts'
import { payingText } from './paying-text.ts'
import { usageText } from './usage-text.ts'

const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({ options: { json: flag, short: flag, strict: flag } })
const effort = values.short
  ? { entries: 20_000, rounds: 2, upgrades: 3, seconds: 2, customers: 10 }
  : { entries: 1_000_000, rounds: 15, upgrades: 30, seconds: 30, customers: 200 }

/** Each part on a PostgreSQL of its own: what one leaves behind slows down no other. */
const paying = await withScratchPostgres('bench', async ({ folder, postgres }) => {
  const connectionString = postgres.connectionString
  await migrate(connectionString)
  return inPayingStudio({ connectionString, dataDir: folder }, async (studio) => ({
    upgrade: await measureUpgrade(studio, effort.upgrades),
    webhooks: await measureWebhooks(studio, effort),
  }))
})
const report = await withScratchPostgres('bench', async ({ folder, postgres }) => {
  const url = postgres.connectionString
  await migrate(url)
  const usage = await measureUsage({ url, dataDir: folder, ...effort })
  const command = ['npm run bench -- billing', ...process.argv.slice(2)].join(' ')
  const about = { benchmark: 'billing', date: new Date().toISOString(), command, effort }
  return { ...about, machine: machineWith(usage.postgres, folder), ...paying, usage }
})
const { usage, upgrade, webhooks } = report
process.stdout.write(
  values.json
    ? `${JSON.stringify(report, null, 2)}\n`
    : `${report.command}\n${payingText(report)}${usageText(usage)}`,
)
const met =
  usage.differences === 0 &&
  usage.pages.every(({ pageMs, targetMs }) => pageMs.p99 <= targetMs) &&
  upgrade.toPageMs.p99 <= upgrade.targetMs &&
  webhooks.answerMs.p99 <= webhooks.targetMs
if (values.strict && !met) process.exitCode = 1
