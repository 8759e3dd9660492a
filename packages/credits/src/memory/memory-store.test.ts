import { describe, test } from 'vitest'
import { expectations } from '../../test/expectations.ts'
import { ScriptedStore } from '../../test/scripted-store.ts'
import { storeContract } from '../testing/index.ts'
import { MemoryStore } from './memory-store.ts'

describe('memory store', () => {
  for (const { name, run } of storeContract) {
    test(name, async () => {
      await run(new MemoryStore(), expectations)
    })
  }
})

describe('memory store that loads no more than it must', () => {
  for (const { name, run } of storeContract) {
    test(name, async () => {
      await run(new ScriptedStore(new MemoryStore()), expectations)
    })
  }
})

test('[C31] the whole contract holds on one store, also when others always go first', async () => {
  const pause = async () => {
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve()
  }
  const store = new MemoryStore({ pause })
  for (const { run } of storeContract) await run(store, expectations)
})
