export { type FoundPostgres, findLocalPostgres } from './find-local-postgres.ts'
export {
  LocalPostgresError,
  type LocalPostgresReason,
} from './local-postgres-error.ts'
export {
  type LocalPostgres,
  type LocalPostgresOptions,
  startLocalPostgres,
} from './start-local-postgres.ts'
