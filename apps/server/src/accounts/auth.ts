import { APIError, betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import type { Logger } from 'pino'
import type { Mailer } from '../mail/mailer.ts'
import { accountsOptions, accountsPool } from './accounts-options.ts'
import { addressMail } from './address-mail.ts'
import { emailLengthMax, personNameSchema } from './credentials.ts'
import { resetMail } from './reset-mail.ts'
import { isTrustedOrigin } from './trusted-origin.ts'

/** Somebody with an account. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** Somebody with a session. */
export interface SignedInPerson extends Person {
  /** They have opened a link that was mailed to their address. */
  readonly addressProven: boolean
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
  person(headers: Headers): Promise<SignedInPerson | undefined>
  /** Whoever has this id; undefined when their account is gone. */
  personById(id: string): Promise<Person | undefined>
  /** Mails a link to whoever is signed in, by which they prove their address. Throws a `MailError`. */
  mailAddressLink(headers: Headers, person: SignedInPerson): Promise<void>
  /** Whether the address of whoever is signed in is proven, once the token of a link is taken. */
  proveAddress(headers: Headers, token: string): Promise<boolean>
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
    emailVerification: {
      sendVerificationEmail: ({ user, token }) =>
        options.mailer.send(addressMail({ to: user.email, publicUrl: options.publicUrl, token })),
      // The library believes a link whoever opens it. Then a stranger could make an account with an
      // address that is not theirs, and its owner, curious about the mail, would prove it for them.
      beforeEmailVerification: async ({ id }, request): Promise<void> => {
        const session = request && (await library.api.getSession({ headers: request.headers }))
        if (session?.user.id !== id) throw new APIError('FORBIDDEN', { code: 'INVALID_USER' })
      },
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
  const person = async (headers: Headers): Promise<SignedInPerson | undefined> => {
    const session = await library.api.getSession({ headers })
    if (session === null) return undefined
    const { id, name, email, emailVerified } = session.user
    return { id, name, email, addressProven: emailVerified }
  }
  return {
    handle: (request) => library.handler(request),
    person,
    personById: async (id) => {
      const found = await pool.query<Person>('select id, name, email from "user" where id = $1', [
        id,
      ])
      return found.rows[0]
    },
    mailAddressLink: async (headers, { email }) => {
      await library.api.sendVerificationEmail({ body: { email }, headers })
    },
    proveAddress: async (headers, token) => {
      const cookie = headers.get('cookie') ?? ''
      const request = new Request(options.publicUrl, { headers: { cookie } })
      // Its answer does not say whose address is proven.
      await library.api.verifyEmail({ query: { token }, request, asResponse: true })
      return (await person(headers))?.addressProven === true
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
