import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface KeptSecret {
  readonly dataDir: string
  readonly fileName: string
  readonly newId: () => string
  /** What follows from its loss, for the operator: “everybody signs in again”. */
  readonly lossMeans: string
}

/** A secret of 32 bytes or more, kept in `dataDir` as text; made at the first start. */
export async function keptSecret(secret: KeptSecret): Promise<string> {
  const path = join(secret.dataDir, secret.fileName)
  const kept = await readSecret(path, secret.lossMeans)
  if (kept !== undefined) return kept
  await mkdir(secret.dataDir, { recursive: true })
  const unfinished = `${path}.${secret.newId()}.part`
  try {
    await writeFile(unfinished, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    await putInPlace(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
  const made = await readSecret(path, secret.lossMeans)
  if (made === undefined) throw new Error(`The secret was written to ${path} and is not there.`)
  return made
}

/** A link, not a rename: of two processes that start at once the first one's secret stays. */
async function putInPlace(unfinished: string, path: string): Promise<void> {
  try {
    await link(unfinished, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
}

async function readSecret(path: string, lossMeans: string): Promise<string | undefined> {
  try {
    const secret = (await readFile(path, 'utf8')).trim()
    if (secret.length >= 32) return secret
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
  throw new KeptSecretError(
    `The secret in ${path} is damaged: put its backup back, or delete the file and ${lossMeans}.`,
  )
}

/** The kept secret cannot be used. The message is one line for the operator. */
export class KeptSecretError extends Error {
  override readonly name = 'KeptSecretError'
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
