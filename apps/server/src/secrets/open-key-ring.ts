import { keptSecret } from './kept-secret.ts'
import { KeyRing, keyFrom, type SealingKey } from './key-ring.ts'

/** The keys that are set, or one that is made and kept where the studio keeps its data. */
export async function openKeyRing(
  keys: readonly SealingKey[] | undefined,
  kept: { readonly dataDir: string; readonly newId: () => string },
): Promise<KeyRing> {
  if (keys !== undefined) return new KeyRing(keys)
  const secret = await keptSecret({
    ...kept,
    fileName: 'token-key',
    lossMeans: 'every social account is connected again',
  })
  return new KeyRing([{ id: 'kept', key: keyFrom(secret, 'tokens of social accounts') }])
}
