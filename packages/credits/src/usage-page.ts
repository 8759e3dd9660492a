import type { Instant } from './instant.ts'
import type { Operation } from './operation.ts'

export interface UsageRequest {
  readonly limit: number
  /** `next` of the page before. */
  readonly cursor?: string
}

/** Operations newest first; refused ones are not usage. */
export interface UsagePage {
  readonly items: readonly Operation[]
  /** Absent on the last page. */
  readonly next?: string
}

/** The last operation of a page: the next page begins after it. */
export interface UsagePosition {
  readonly createdAt: Instant
  readonly operationId: string
}

/** A cursor that no page ever gave. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError'

  constructor() {
    super('This page does not exist; start again from the first page.')
  }
}

export function usageCursorOf(operation: Operation): string {
  return `${operation.createdAt}.${operation.id}`
}

export function parseUsageCursor(cursor: string): UsagePosition {
  const [, time, operationId] = /^(\d{1,15})\.(.+)$/s.exec(cursor) ?? []
  if (time === undefined || operationId === undefined) throw new InvalidCursorError()
  return { createdAt: Number(time), operationId }
}

/** A page out of up to `limit + 1` operations: the one too many only tells that there is more. */
export function usagePageOf(found: readonly Operation[], limit: number): UsagePage {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return found.length > limit && last ? { items, next: usageCursorOf(last) } : { items }
}
