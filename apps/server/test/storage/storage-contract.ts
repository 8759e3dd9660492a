import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Storage } from '../../src/storage/storage.ts'

/** What every storage does. It is empty at the beginning. */
export function describeStorage(
  name: string,
  open: () => Promise<{ readonly storage: Storage; close(): Promise<void> }>,
): void {
  describe(name, () => {
    let storage: Storage
    let close: () => Promise<void>
    beforeAll(async () => {
      ;({ storage, close } = await open())
    })
    afterAll(() => close())

    const text = (said: string) => Buffer.from(said)
    const readAll = async (key: string) => {
      const file = await storage.open(key)
      if (file === undefined) return undefined
      const bytes = Buffer.from(await new Response(file.stream).arrayBuffer())
      expect(bytes.byteLength).toBe(file.bytes)
      return bytes
    }

    test('is empty before anything was kept', async () => {
      expect(await storage.folders()).toEqual([])
      expect(await storage.files('nobody')).toEqual([])
    })

    test('gives back what was kept, byte for byte, at once and piece by piece', async () => {
      const bytes = randomBytes(3 * 1024 * 1024 + 17)
      await storage.put('a/large', bytes)
      expect(Buffer.from((await storage.get('a/large')) ?? []).equals(bytes)).toBe(true)
      expect((await readAll('a/large'))?.equals(bytes)).toBe(true)
    })

    test('takes what comes piece by piece, and gives parts of it', async () => {
      const bytes = randomBytes(3 * 1024 * 1024 + 17)
      async function* pieces() {
        for (let at = 0; at < bytes.byteLength; at += 1_000_000)
          yield bytes.subarray(at, at + 1_000_000)
      }
      await storage.write('a/pieces', pieces(), bytes.byteLength)
      expect(Buffer.from((await storage.get('a/pieces')) ?? []).equals(bytes)).toBe(true)
      expect(await storage.size('a/pieces')).toBe(bytes.byteLength)
      const part = await storage.open('a/pieces', { first: 999_990, last: 1_000_009 })
      const read = Buffer.from(await new Response(part?.stream).arrayBuffer())
      expect(part?.bytes).toBe(20)
      expect(read.equals(bytes.subarray(999_990, 1_000_010))).toBe(true)
    })

    test('keeps nothing of what breaks off', async () => {
      async function* broken() {
        yield text('half')
        throw new Error('cut')
      }
      await expect(storage.write('a/broken', broken(), 8)).rejects.toThrow()
      expect(await storage.size('a/broken')).toBeUndefined()
    })

    test('keeps what is empty, and what has other letters in its key', async () => {
      await storage.put('a/empty', new Uint8Array())
      expect(await storage.get('a/empty')).toHaveLength(0)
      await storage.put('a/b c+d/Größe=1,写', text('here'))
      expect(String(await readAll('a/b c+d/Größe=1,写'))).toBe('here')
      expect((await storage.files('a/b c+d')).map(({ key }) => key)).toEqual(['a/b c+d/Größe=1,写'])
    })

    test('has nothing under a key that was never used', async () => {
      expect(await storage.get('a/none')).toBeUndefined()
      expect(await storage.open('a/none')).toBeUndefined()
      expect(await storage.size('a/none')).toBeUndefined()
      await storage.delete('a/none')
      await storage.deleteAll('none')
    })

    test('puts a later file in the place of an earlier one', async () => {
      await storage.put('a/twice', text('first'))
      await storage.put('a/twice', text('second'))
      expect(String(Buffer.from((await storage.get('a/twice')) ?? []))).toBe('second')
    })

    test('lists what lies under a folder and under no other', async () => {
      const before = Date.now()
      await storage.put('b/one', text('1'))
      await storage.put('b/in/two', text('2'))
      await storage.put('bb/three', text('3'))
      const files = await storage.files('b')
      expect(files.map(({ key }) => key).sort()).toEqual(['b/in/two', 'b/one'])
      // A bucket may count in whole seconds.
      for (const { writtenAt } of files) expect(Math.abs(writtenAt - before)).toBeLessThan(5000)
      expect([...(await storage.folders())].sort()).toEqual(['a', 'b', 'bb'])
    })

    test('lets go of one file, or of all of a folder, and of nothing else', async () => {
      await storage.delete('b/one')
      expect(await storage.get('b/one')).toBeUndefined()
      await storage.put('b/in/three', text('3'))
      await storage.put('b/inner', text('4'))
      await storage.deleteAll('b/in')
      expect((await storage.files('b')).map(({ key }) => key)).toEqual(['b/inner'])
      await storage.deleteAll('b')
      expect(await storage.folders()).not.toContain('b')
      expect(await storage.get('bb/three')).toBeDefined()
    })

    test('lists and deletes more than comes in one answer', async () => {
      const keys = Array.from({ length: 1005 }, (_, index) => `many/${index}`)
      for (let from = 0; from < keys.length; from += 100) {
        const some = keys.slice(from, from + 100)
        await Promise.all(some.map((key) => storage.put(key, text(key))))
      }
      expect(await storage.files('many')).toHaveLength(keys.length)
      await storage.deleteAll('many')
      expect(await storage.files('many')).toEqual([])
    })

    test.each(['../outside', 'a/../../outside', '..', 'a/..'])(
      'refuses the key %s, which leads outside',
      async (key) => {
        await expect(storage.put(key, text('x'))).rejects.toThrow('outside')
        await expect(storage.get(key)).rejects.toThrow('outside')
        await expect(storage.deleteAll(key)).rejects.toThrow('outside')
      },
    )
  })
}
