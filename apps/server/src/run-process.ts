import { access, constants, mkdir } from 'node:fs/promises'
import { type LocalPostgres, startLocalPostgres } from '@rheos/local-postgres'
import type { Logger } from 'pino'
import { v7 as newId } from 'uuid'
import { systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { migrate } from './db/migrate.ts'
import { createLog } from './log.ts'
import { startFailure } from './start-failure.ts'
import { openStudio, type Studio } from './studio.ts'

/** A second signal, or this long after the first, ends the process as it is. */
const stopWithinMs = 20_000

/** One Ctrl-C comes twice, from the terminal and from npm. */
const sameSignalMs = 500

interface Running {
  studio?: Studio
  postgres?: LocalPostgres
}

/** The life of the server process: start, say where, serve until told to stop, stop in order. */
export async function runProcess(): Promise<void> {
  const running: Running = {}
  let config: Config | undefined
  try {
    config = readConfig()
    const log = createLog(config.logLevel)
    catchStray(log)
    const started = start(config, log, running)
    stopOnSignals(running, started, log)
    await started
    say(config, running)
  } catch (error) {
    fail(startFailure(error, config))
    await stop(running).catch(() => undefined)
    process.exit(1)
  }
}

async function start(config: Config, log: Logger, running: Running): Promise<void> {
  if (config.databaseUrl !== undefined) {
    await mkdir(config.dataDir, { recursive: true })
    await access(config.dataDir, constants.W_OK)
  } else {
    // It makes the folder itself, so that as root its own unprivileged user can enter.
    running.postgres = await startLocalPostgres({ dataDir: config.dataDir })
  }
  const connectionString = config.databaseUrl ?? running.postgres?.connectionString ?? ''
  await migrate(connectionString)
  running.studio = await openStudio({
    config,
    connectionString,
    clock: systemClock,
    newId: () => newId(),
    log,
    show: (text) => process.stdout.write(`${text}\n`),
  })
}

/** The studio first: giving credits back needs the database. */
async function stop(running: Running): Promise<void> {
  await running.studio?.close()
  await running.postgres?.stop()
}

function stopOnSignals(running: Running, started: Promise<void>, log: Logger): void {
  let stoppingSince: number | undefined
  const onSignal = () => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > sameSignalMs) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    // A start that is under way is waited for: half of one cannot be stopped in order.
    started
      .then(() => stop(running))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed')
          process.exit(1)
        },
      )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

/** What nobody caught is a fault of ours: it is logged, and other people's work goes on. */
function catchStray(log: Logger): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'an error nobody handled'))
  process.on('uncaughtException', (error) => log.error({ err: error }, 'an error nobody handled'))
}

function say(config: Config, { studio, postgres }: Running): void {
  if (studio === undefined) return
  const address = config.port === 0 ? `http://localhost:${studio.port}` : config.publicUrl
  const { models, mailer, billingProvider } = studio.context
  const lines = [
    `Rheos is ready: ${address}`,
    `  data:  ${config.dataDir}${postgres === undefined ? ' (database: DATABASE_URL)' : ''}`,
    ...(config.s3 ? [`  media: the bucket ${config.s3.bucket}`] : []),
    models.builtIn
      ? '  AI:    built-in; set AI_PROVIDER for AI models'
      : `  AI:    ${models.provider}`,
    mailer.delivers
      ? '  mails: sent by SMTP_URL'
      : '  mails: shown here; set SMTP_URL to send them',
    billingProvider.kind === 'stripe'
      ? '  plans: paid by Stripe'
      : '  plans: test billing, no money moves; set STRIPE_SECRET_KEY and what goes with it to take cards',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
