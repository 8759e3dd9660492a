export { MigrationChangedError, migrate } from './migrate.ts'
export { type Migration, migrations } from './migrations.ts'
export { PostgresStore } from './postgres-store.ts'
export type { ConnectionPool, PoolConnection, Queryable } from './queryable.ts'
