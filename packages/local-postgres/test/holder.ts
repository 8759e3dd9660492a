import { startLocalPostgres } from '@rheos/local-postgres'

/** A process of its own that tests can kill: starts PostgreSQL in the folder it is given, and waits. */
const dataDir = process.argv[2] ?? ''
try {
  const postgres = await startLocalPostgres({ dataDir, durable: false })
  process.stdout.write(
    `${JSON.stringify({ url: postgres.connectionString, pid: postgres.pid, takenOver: postgres.takenOver })}\n`,
  )
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
} catch (error) {
  process.stdout.write(`${JSON.stringify({ failed: String(error) })}\n`)
  process.exitCode = 1
}
