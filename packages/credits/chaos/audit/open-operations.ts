import { setTimeout as pause } from 'node:timers/promises'
import type { Inspector } from '../server/inspector.ts'

const LOOK_EVERY_MS = 50

const OPEN = `select format('%s %s until %s', operation_id, state, lease_until) as operation
  from credits.operations where state in ('held', 'running') and starts_with(operation_id, $1)`

/** The open ones of the operations that one life of a process asked for; all, without a name. */
export async function openOperations(
  inspector: Inspector,
  name?: string,
): Promise<readonly string[]> {
  const prefix = name === undefined ? '' : `${name}-`
  const rows = await inspector.rows<{ operation: string }>(OPEN, [prefix])
  return rows.map(({ operation }) => operation)
}

/** The moment at which none was open any more, or `undefined` when some were at the deadline. */
export async function noneOpen(
  inspector: Inspector,
  options: { readonly name?: string; readonly until: () => number },
): Promise<number | undefined> {
  for (;;) {
    const open = await openOperations(inspector, options.name)
    const now = performance.now()
    if (open.length === 0) return now
    if (now > options.until()) return undefined
    await pause(LOOK_EVERY_MS)
  }
}
