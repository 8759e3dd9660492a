import { createStore, del, delMany, entries, set } from 'idb-keyval'
import { newPressId } from '../../api/press-id.ts'
import type { KeptEdits, KeptFields } from './kept-edits.ts'

/**
 * Unsaved edits in the browser's database: one record for each open page, so that two tabs never
 * write over each other. A page holds a lock by the record's name while it lives; what nobody holds
 * was left behind, by a crash or a closed tab, and is taken over by the next page of the post.
 */
export function deviceEdits(workspaceId: string, postId: string): KeptEdits {
  const store = createStore('rheos-unsaved', 'edits')
  const prefix = `${workspaceId}/${postId}/`
  const own = `${prefix}${newPressId()}`
  const stop = new AbortController()
  void hold(own, stop.signal)
  let writing: Promise<void> = Promise.resolve()
  let next: (() => Promise<void>) | undefined

  /** One write at a time; of those that wait only the newest matters. */
  function write(work: () => Promise<void>): Promise<void> {
    const isIdle = next === undefined
    next = work
    if (!isIdle) return writing
    writing = writing
      .catch(() => undefined)
      .then(() => {
        const newest = next
        next = undefined
        return newest?.()
      })
    return writing
  }

  return {
    keep: (fields) => write(() => set(own, fields, store)),
    forget: () => write(() => del(own, store)),
    takeOver: async () => {
      const alive = await heldNames()
      const all = await entries<string, KeptFields>(store)
      const left = all.filter(
        ([name]) => name.startsWith(prefix) && name !== own && !alive.has(name),
      )
      const { taken, names } = joinLeft(left)
      if (names.length === 0) return {}
      await write(() => set(own, taken, store))
      await delMany(names, store)
      return taken
    },
    close: () => stop.abort(),
  }
}

/** Records that edit different fields; one that edits the same is left for another time. */
function joinLeft(left: readonly (readonly [string, KeptFields])[]) {
  let taken: KeptFields = {}
  const names: string[] = []
  for (const [name, fields] of left) {
    if (Object.keys(fields).some((field) => field in taken)) continue
    taken = { ...taken, ...fields }
    names.push(name)
  }
  return { taken, names }
}

async function hold(name: string, stop: AbortSignal): Promise<void> {
  const locks = locksOf(navigator)
  await locks
    ?.request(
      name,
      { signal: stop },
      () =>
        new Promise<void>((resolve) => {
          stop.addEventListener('abort', () => resolve(), { once: true })
        }),
    )
    .catch(() => undefined)
}

/** Without locks (plain HTTP on a network) no page can tell that another lives: all are taken over. */
async function heldNames(): Promise<ReadonlySet<string>> {
  const { held = [], pending = [] } = (await locksOf(navigator)?.query()) ?? {}
  return new Set([...held, ...pending].map(({ name }) => name ?? ''))
}

function locksOf(given: Navigator): LockManager | undefined {
  return (given as { readonly locks?: LockManager }).locks
}
