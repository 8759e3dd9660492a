import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileName = 'auth-secret'

/** The secret that signs sessions, kept in `dataDir`; made at the first start. */
export async function keptAuthSecret(dataDir: string, newId: () => string): Promise<string> {
  const path = join(dataDir, fileName)
  const kept = await readSecret(path)
  if (kept !== undefined) return kept
  await mkdir(dataDir, { recursive: true })
  const unfinished = `${path}.${newId()}.part`
  try {
    await writeFile(unfinished, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    await putInPlace(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
  const made = await readSecret(path)
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

async function readSecret(path: string): Promise<string | undefined> {
  try {
    const secret = (await readFile(path, 'utf8')).trim()
    return secret.length >= 32 ? secret : unusable(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function unusable(path: string): never {
  throw new AuthSecretError(
    `The secret in ${path} is damaged: put its backup back, or delete the file and everybody signs in again.`,
  )
}

/** The kept secret cannot be used. The message is one line for the operator. */
export class AuthSecretError extends Error {
  override readonly name = 'AuthSecretError'
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
