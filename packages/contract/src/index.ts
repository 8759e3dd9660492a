/**
 * The HTTP API of Rheos as schemas. The server validates and documents with them; clients are typed
 * by them. All instants are ISO 8601 in UTC, all credits whole numbers.
 */
export * from './account.ts'
export * from './billing.ts'
export * from './brands.ts'
export * from './credits.ts'
export * from './events.ts'
export * from './generations.ts'
export * from './imports.ts'
export * from './library.ts'
export * from './networks.ts'
export * from './notices.ts'
export * from './operator.ts'
export * from './posts.ts'
export * from './problem.ts'
export * from './quote.ts'
export * from './test-billing.ts'
export * from './usage.ts'
export * from './writing.ts'
