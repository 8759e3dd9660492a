export { MemoryStore, type MemoryStoreOptions } from './memory-store.ts'
export type { MemoryTransaction } from './memory-transaction.ts'
