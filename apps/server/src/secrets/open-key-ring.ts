import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keptSecret } from './kept-secret.ts'
import { KeyRing, keyFrom, type SealingKey } from './key-ring.ts'

const fileName = 'token-key'

interface Kept {
  readonly dataDir: string
  readonly newId: () => string
}

/**
 * The keys that are set, or one that is made and kept where the studio keeps its data. Where keys are
 * set later, the kept one still opens what it sealed before.
 */
export async function openKeyRing(
  keys: readonly SealingKey[] | undefined,
  kept: Kept,
): Promise<KeyRing> {
  if (keys === undefined) return new KeyRing([await keptKey(kept)])
  const wasKept = existsSync(join(kept.dataDir, fileName))
  return new KeyRing([...keys, ...(wasKept ? [await keptKey(kept)] : [])])
}

async function keptKey(kept: Kept): Promise<SealingKey> {
  const lossMeans = 'every social account is connected again'
  const secret = await keptSecret({ ...kept, fileName, lossMeans })
  return { id: 'kept', key: keyFrom(secret, 'tokens of social accounts') }
}
