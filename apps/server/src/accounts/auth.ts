import { APIError, betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import type { Logger } from 'pino'
import type { Mailer } from '../mail/mailer.ts'
import { accountsOptions, accountsPool } from './accounts-options.ts'
import { emailLengthMax, personNameSchema } from './credentials.ts'
import { resetMail } from './reset-mail.ts'
import { isTrustedOrigin } from './trusted-origin.ts'

/** Somebody with an account. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface AuthOptions {
  readonly connectionString: string
  readonly secret: string
  readonly publicUrl: string
  readonly mailer: Mailer
  readonly log: Logger
  /** A new account exists. What it does is done again at the first visit when it fails here. */
  readonly onSignUp: (person: Person) => Promise<void>
  /** The account is about to be deleted; throws to keep it. */
  readonly beforeDelete: (person: Person) => Promise<void>
}

/** Accounts and sessions. */
export interface Auth {
  /** Answers a request under `/api/auth`. */
  handle(request: Request): Promise<Response>
  /** Whose session the cookie is; undefined when signed out. */
  person(headers: Headers): Promise<Person | undefined>
  close(): Promise<void>
}

export function createAuth(options: AuthOptions): Auth {
  const pool = accountsPool(options.connectionString)
  const library = betterAuth({
    ...accountsOptions(pool),
    ...serving(options),
    emailAndPassword: {
      ...accountsOptions(pool).emailAndPassword,
      sendResetPassword: ({ user, token }) =>
        options.mailer.send(resetMail({ to: user.email, publicUrl: options.publicUrl, token })),
    },
    user: { deleteUser: { enabled: true, beforeDelete: options.beforeDelete } },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({ data: { ...user, name: user.name.trim() } }),
          after: (user) => signedUp(options, user),
        },
      },
    },
    hooks: { before: createAuthMiddleware(async ({ path, body }) => checkBody(path, body)) },
  })
  return {
    handle: (request) => library.handler(request),
    person: async (headers) => {
      const session = await library.api.getSession({ headers })
      if (session === null) return undefined
      const { id, name, email } = session.user
      return { id, name, email }
    },
    close: () => pool.end(),
  }
}

function serving({ publicUrl, secret, log }: AuthOptions) {
  return {
    baseURL: new URL(publicUrl).origin,
    secret,
    trustedOrigins: (request?: Request) => trustedOrigins(publicUrl, request),
    logger: { log: (level: string, message: string) => logLine(log, level, message) },
    advanced: {
      cookiePrefix: 'rheos',
      useSecureCookies: publicUrl.startsWith('https:'),
      // Explicit: the library leaves both out when it believes to be in a test.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      // It would believe any X-Forwarded-For, and nothing here needs to know where people are.
      ipAddress: { disableIpTracking: true },
      // Whether an address has an account must not show in how long the answer takes.
      backgroundTasks: { handler: () => undefined },
    },
  }
}

function trustedOrigins(publicUrl: string, request: Request | undefined): string[] {
  const origin = request?.headers.get('origin')
  if (!request || !origin) return []
  return isTrustedOrigin(origin, { publicUrl, requestUrl: request.url }) ? [origin] : []
}

/** Its arguments may hold addresses of people; its messages may too, so they stay out of normal logs. */
function logLine(log: Logger, level: string, message: string): void {
  if (level === 'error') log.error({ accounts: true }, message)
  else log.debug({ accounts: true }, message)
}

async function signedUp(options: AuthOptions, person: Person): Promise<void> {
  try {
    await options.onSignUp(person)
  } catch (error) {
    options.log.error({ err: error }, 'the workspace of a new person could not be made yet')
  }
}

function checkBody(path: string, body: unknown): void {
  const given: { name?: unknown; email?: unknown; password?: unknown } =
    typeof body === 'object' && body !== null ? body : {}
  if (path === '/sign-up/email') checkNewPerson(given)
  // The library is content with a young session; deleting everything needs the password.
  if (path === '/delete-user' && typeof given.password !== 'string') {
    throw new APIError('BAD_REQUEST', { code: 'INVALID_PASSWORD', message: 'Password missing' })
  }
}

function checkNewPerson(given: { name?: unknown; email?: unknown }): void {
  if (!personNameSchema.safeParse(given.name).success) {
    throw new APIError('BAD_REQUEST', { code: 'INVALID_NAME', message: 'Name not usable' })
  }
  if (typeof given.email === 'string' && given.email.length > emailLengthMax) {
    throw new APIError('BAD_REQUEST', { code: 'INVALID_EMAIL', message: 'Address too long' })
  }
}
