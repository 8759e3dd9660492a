import { withScratchPostgres } from '../../../../test/with-scratch-postgres.ts'
import { BenchServer } from './bench-server.ts'
import { openClient } from './connect.ts'

/** Starts a server for some work and leaves nothing of it. */
export async function withBenchServer<T>(work: (server: BenchServer) => Promise<T>): Promise<T> {
  return await withScratchPostgres('bench', async ({ folder, postgres }) => {
    const url = postgres.connectionString
    const admin = await openClient(url)
    const { rows } = await admin.query<{ server_version: string }>('show server_version')
    const version = rows[0]?.server_version ?? 'unknown'
    return await work(new BenchServer({ folder, version, url, admin }))
  })
}
