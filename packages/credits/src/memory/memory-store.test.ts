import { describe, test } from 'vitest'
import { expectations } from '../../test/expectations.ts'
import { storeContract } from '../testing/index.ts'
import { MemoryStore } from './memory-store.ts'

describe('memory store', () => {
  for (const { name, run } of storeContract) {
    test(name, async () => {
      await run(new MemoryStore(), expectations)
    })
  }
})
