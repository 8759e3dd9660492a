import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Me } from '@rheos/contract'
import { v7 } from 'uuid'
import { createTestDatabase } from '../../../test/database.ts'
import { type Clock, systemClock } from '../src/clock.ts'
import { type Config, readConfig } from '../src/config.ts'
import type { Context } from '../src/context.ts'
import { createLog } from '../src/log.ts'
import { openStudio } from '../src/studio.ts'
import { Client } from './client.ts'
import { freePort } from './free-port.ts'

/** A studio of its own for a test file: a real server on a real database. */
export interface TestStudio {
  readonly context: Context
  readonly url: string
  readonly databaseUrl: string
  readonly dataDir: string
  /** Lines of the log, as objects. */
  readonly log: readonly Record<string, unknown>[]
  /** Mails that were shown. */
  readonly mails: readonly string[]
  /** Somebody who is not signed in. */
  visitor(): Client
  /** A new person with a workspace. */
  signUp(person?: Partial<NewPerson>): Promise<SignedUp>
  close(): Promise<void>
}

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly password: string
}

export interface SignedUp extends NewPerson {
  readonly client: Client
  readonly userId: string
  readonly workspaceId: string
  /** The path of the workspace in the API. */
  readonly workspace: string
}

export interface StudioOptions {
  readonly clock?: Clock
  readonly config?: Partial<Config>
  /** Settings as the environment would give them. */
  readonly environment?: Readonly<Record<string, string>>
  /** Another server on the same database and media, which must be closed before that one. */
  readonly beside?: Pick<TestStudio, 'databaseUrl' | 'dataDir'>
}

export async function startStudio(options: StudioOptions = {}): Promise<TestStudio> {
  const database = options.beside
    ? { url: options.beside.databaseUrl, drop: async () => undefined }
    : await createTestDatabase({ template: 'server' })
  // Not named like scratch folders: a part of the id can look like the number of a dead process,
  // whose folder the next run of tests clears away.
  const dataDir = options.beside?.dataDir ?? join(tmpdir(), `rheos-studio-${randomUUID()}`)
  const log: Record<string, unknown>[] = []
  const mails: string[] = []
  const port = await freePort()
  const config: Config = {
    ...readConfig({
      DATA_DIR: dataDir,
      AUTH_SECRET: 'the-secret-of-tests-is-not-a-secret-at-all',
      LOG_LEVEL: 'debug',
      PORT: String(port),
      ...options.environment,
    }),
    ...options.config,
  }
  const studio = await openStudio({
    config,
    connectionString: database.url,
    clock: options.clock ?? systemClock,
    newId: () => v7(),
    log: createLog(config.logLevel, { write: (line) => log.push(JSON.parse(line)) }),
    show: (mail) => mails.push(mail),
  })
  const url = `http://localhost:${studio.port}`
  return {
    context: studio.context,
    url,
    databaseUrl: database.url,
    dataDir,
    log,
    mails,
    visitor: () => new Client(url),
    signUp: (person) => signUp(new Client(url), person),
    close: async () => {
      await studio.close()
      await database.drop()
      if (!options.beside) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function signUp(client: Client, given: Partial<NewPerson> = {}): Promise<SignedUp> {
  const person: NewPerson = {
    name: 'Ada Test',
    email: `${randomUUID()}@example.com`,
    password: 'correct horse battery',
    ...given,
  }
  const answer = await client.post('/api/auth/sign-up/email', person)
  if (answer.status !== 200) throw new Error(`Sign-up failed: ${await answer.text()}`)
  const me = await client.json<Me>('/api/v1/me')
  const [workspace] = me.workspaces
  if (workspace === undefined) throw new Error('A new person has no workspace.')
  return {
    ...person,
    client,
    userId: me.user.id,
    workspaceId: workspace.id,
    workspace: `/api/v1/workspaces/${workspace.id}`,
  }
}
