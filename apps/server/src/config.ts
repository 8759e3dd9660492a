import { type Network, networks } from '@rheos/contract'
import { z } from 'zod'
import type { StripeConfig } from './billing/stripe/stripe-config.ts'
import type { ModelsConfig } from './models/models-config.ts'
import type { SealingKey } from './secrets/key-ring.ts'
import type { S3Settings } from './storage/s3-settings.ts'

/** Everything that can be set from outside. This file alone reads the environment. */
export interface Config {
  readonly port: number
  readonly dataDir: string
  /** Another PostgreSQL; absent: the studio runs its own in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** Absent: made and kept in `dataDir`. */
  readonly authSecret: string | undefined
  readonly publicUrl: string
  readonly supportEmail: string
  /** Addresses, in lower case, of those who may sit at the operator's desk. */
  readonly operators: readonly string[]
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** `host:port` entries that may be imported although they are private. */
  readonly importAllowedHosts: readonly string[]
  /** How many reverse proxies stand in front and may be believed about the client's address. */
  readonly trustedProxies: number
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  /** How often an open stream says that it lives, and looks whether it still may. */
  readonly streamHeartbeatMs: number
  readonly generations: GenerationSettings
  /** How often the books are audited, counted from midnight UTC. */
  readonly auditEveryHours: number
  readonly models: ModelsConfig
  /** Absent: plans are billed by test billing, and no money moves. */
  readonly stripe: StripeConfig | undefined
  readonly publishing: PublishingSettings
  /** Seal the tokens of social accounts; absent: a key is made and kept in `dataDir`. */
  readonly tokenKeys: readonly SealingKey[] | undefined
  /** The largest video that can be uploaded. */
  readonly videoBytesMax: number
  /** Absent: media lie in `dataDir`. */
  readonly s3: S3Settings | undefined
}

export interface PublishingSettings {
  /** Of the studio at networks that know applications: by network, where it is set. */
  readonly apps: Readonly<Partial<Record<Network, NetworkAppSettings>>>
  /** Other addresses than the networks' own. */
  readonly apiUrls: Readonly<Partial<Record<Network, string>>>
  /** `host:port` entries of networks that may be called although they are private. */
  readonly allowedHosts: readonly string[]
  /** A delivery that its worker has not renewed for this long counts as dead. */
  readonly leaseMs: number
  /** Deliveries that this process works on at once. */
  readonly concurrency: number
}

export interface NetworkAppSettings {
  readonly clientId: string
  readonly clientSecret: string
  /** What to ask people for, where apps of a network differ in it; absent: what every app may. */
  readonly scopes?: readonly string[] | undefined
}

export interface GenerationSettings {
  /** A running generation that has not renewed its lease for this long counts as dead. */
  readonly leaseMs: number
  readonly reapEveryMs: number
  /** Generations waiting and running for one workspace at most. */
  readonly openMax: number
  /** Generations that this process works on at once. */
  readonly concurrency: number
}

/** A setting that cannot be used. The message is one line for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const whole = (min: number, max: number) => {
  const error = `it must be a whole number from ${min} to ${max}`
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error })
}
const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `it must be an address such as ${example}` })

const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: `it must be one of ${values.join(', ')}` })

const environmentSchema = z.object({
  PORT: whole(0, 65_535).default(3000),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/rheos').optional(),
  AUTH_SECRET: z.string().min(32, { error: 'it must have 32 characters or more' }).optional(),
  PUBLIC_URL: url(/^https?$/, 'https://host/path').optional(),
  TOKEN_KEYS: z.string().optional(),
  SUPPORT_EMAIL: z.email({ error: 'it must be an e-mail address' }).default('support@rheos.app'),
  OPERATORS: z.string().default(''),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@host:587').optional(),
  MAIL_FROM: z.string().min(3).default('Rheos <no-reply@rheos.app>'),
  IMPORT_ALLOWED_HOSTS: z.string().default(''),
  TRUSTED_PROXIES: whole(0, 10).default(0),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  GENERATION_LEASE_SECONDS: whole(1, 45).default(30),
  GENERATION_REAP_SECONDS: whole(1, 15).default(10),
  GENERATIONS_OPEN_MAX: whole(1, 1000).default(20),
  GENERATION_CONCURRENCY: whole(1, 100).default(8),
  AUDIT_EVERY_HOURS: whole(1, 24).default(24),
  AI_PROVIDER: oneOf(['builtin', 'google', 'fal', 'openai-compatible']).default('builtin'),
  AI_TIMEOUT_SECONDS: whole(1, 600).default(120),
  AI_BASE_URL: url(/^https?$/, 'https://host/path').optional(),
  AI_API_KEY: z.string().min(1).optional(),
  AI_TEXT_MODEL: z.string().min(1).optional(),
  AI_IMAGE_MODEL_STANDARD: z.string().min(1).optional(),
  AI_IMAGE_MODEL_PRO: z.string().min(1).optional(),
  GOOGLE_API_KEY: z.string().min(1).optional(),
  GOOGLE_BASE_URL: url(/^https?$/, 'https://host/path').optional(),
  FAL_API_KEY: z.string().min(1).optional(),
  FAL_BASE_URL: url(/^https?$/, 'https://host/path').optional(),
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  STRIPE_PRICE_BUSINESS: z.string().min(1).optional(),
  STRIPE_PRICE_TEAM: z.string().min(1).optional(),
  STRIPE_API_URL: url(/^https?$/, 'https://host').optional(),
  NETWORK_ALLOWED_HOSTS: z.string().default(''),
  PUBLISHING_LEASE_SECONDS: whole(1, 300).default(90),
  PUBLISHING_CONCURRENCY: whole(1, 500).default(64),
  VIDEO_MB_MAX: whole(20, 2000).default(500),
  S3_ENDPOINT: url(/^https?$/, 'https://host').optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  S3_FORCE_PATH_STYLE: oneOf(['true', 'false']).optional(),
})
type Environment = z.infer<typeof environmentSchema>

/** Reads the settings; throws a {@link ConfigError} naming the first bad one. */
export function readConfig(source: Record<string, string | undefined> = process.env): Config {
  const environment = parseEnvironment(source)
  return {
    port: environment.PORT,
    dataDir: environment.DATA_DIR ?? defaultDataDir(),
    databaseUrl: environment.DATABASE_URL,
    authSecret: environment.AUTH_SECRET,
    publicUrl: (environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`).replace(
      /\/+$/,
      '',
    ),
    supportEmail: environment.SUPPORT_EMAIL,
    operators: operatorsIn(environment.OPERATORS),
    smtpUrl: environment.SMTP_URL,
    mailFrom: environment.MAIL_FROM,
    importAllowedHosts: allowedHosts('IMPORT_ALLOWED_HOSTS', environment.IMPORT_ALLOWED_HOSTS),
    trustedProxies: environment.TRUSTED_PROXIES,
    logLevel: environment.LOG_LEVEL,
    streamHeartbeatMs: 20_000,
    generations: generationSettings(environment),
    auditEveryHours: environment.AUDIT_EVERY_HOURS,
    models: modelSettings(environment),
    stripe: stripeSettings(environment),
    publishing: publishingSettings(environment, source),
    tokenKeys: tokenKeys(environment.TOKEN_KEYS),
    videoBytesMax: environment.VIDEO_MB_MAX * 1024 * 1024,
    s3: s3Settings(environment),
  }
}

/** `id:base64,id:base64`, the newest first. */
function tokenKeys(list: string | undefined): readonly SealingKey[] | undefined {
  if (list === undefined) return undefined
  const keys = list.split(',').map((entry) => {
    const [id = '', encoded = ''] = entry.trim().split(':')
    const key = new Uint8Array(Buffer.from(encoded, 'base64'))
    if (/^[\w-]{1,40}$/.test(id) && id !== 'kept' && key.byteLength === 32) return { id, key }
    throw new ConfigError(
      'The setting TOKEN_KEYS cannot be used: give keys as name:base64 with 32 bytes each, the newest first.',
    )
  })
  if (new Set(keys.map(({ id }) => id)).size === keys.length) return keys
  throw new ConfigError('The setting TOKEN_KEYS cannot be used: two keys have the same name.')
}

/** `X_CLIENT_ID` and `X_CLIENT_SECRET`, both or none, `X_SCOPES` and `X_API_URL`, for every network. */
function publishingSettings(
  environment: Environment,
  source: Record<string, string | undefined>,
): PublishingSettings {
  const apps: Partial<Record<Network, NetworkAppSettings>> = {}
  const apiUrls: Partial<Record<Network, string>> = {}
  for (const network of networks) {
    const prefix = network.toUpperCase()
    const clientId = source[`${prefix}_CLIENT_ID`] || undefined
    const clientSecret = source[`${prefix}_CLIENT_SECRET`] || undefined
    const apiUrl = source[`${prefix}_API_URL`] || undefined
    if ((clientId === undefined) !== (clientSecret === undefined))
      throw new ConfigError(
        `${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET belong together: set both or none.`,
      )
    if (apiUrl !== undefined && !/^https?:\/\/[^/]+/.test(apiUrl))
      throw new ConfigError(`The setting ${prefix}_API_URL cannot be used: it must be an address.`)
    const scopes = source[`${prefix}_SCOPES`]?.split(/[\s,]+/).filter((scope) => scope !== '')
    if (clientId && clientSecret)
      apps[network] = { clientId, clientSecret, scopes: scopes?.length ? scopes : undefined }
    if (apiUrl) apiUrls[network] = apiUrl.replace(/\/+$/, '')
  }
  return {
    apps,
    apiUrls,
    allowedHosts: allowedHosts('NETWORK_ALLOWED_HOSTS', environment.NETWORK_ALLOWED_HOSTS),
    leaseMs: environment.PUBLISHING_LEASE_SECONDS * 1000,
    concurrency: environment.PUBLISHING_CONCURRENCY,
  }
}

function parseEnvironment(source: Record<string, string | undefined>): Environment {
  // An empty value, as `SMTP_URL=` in a compose file, means the setting is absent.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new ConfigError(
    `The setting ${issue?.path.join('.')} cannot be used: ${issue?.message ?? 'it is not valid'}.`,
  )
}

/** Root cannot run PostgreSQL; its data lies where the unprivileged user can enter. */
function defaultDataDir(): string {
  return process.getuid?.() === 0 ? '/var/lib/rheos' : '.rheos'
}

function entriesOf(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '')
}

function operatorsIn(list: string): string[] {
  const operators = entriesOf(list)
  const bad = operators.find((entry) => !z.email().safeParse(entry).success)
  if (bad !== undefined)
    throw new ConfigError(
      `The setting OPERATORS cannot be used: "${bad}" is not an e-mail address.`,
    )
  return operators
}

function allowedHosts(setting: string, list: string): string[] {
  const hosts = entriesOf(list)
  const bad = hosts.find((entry) => !/^(\[[0-9a-f:.]+\]|[^\s:/]+):\d{1,5}$/.test(entry))
  if (bad !== undefined)
    throw new ConfigError(`The setting ${setting} cannot be used: "${bad}" is not host:port.`)
  return hosts
}

function generationSettings(environment: Environment): GenerationSettings {
  return {
    leaseMs: environment.GENERATION_LEASE_SECONDS * 1000,
    reapEveryMs: environment.GENERATION_REAP_SECONDS * 1000,
    openMax: environment.GENERATIONS_OPEN_MAX,
    concurrency: environment.GENERATION_CONCURRENCY,
  }
}

function modelSettings(environment: Environment): ModelsConfig {
  const { AI_PROVIDER: provider } = environment
  const google = keyed(
    environment.GOOGLE_API_KEY ?? (provider === 'google' ? environment.AI_API_KEY : undefined),
    environment.GOOGLE_BASE_URL,
  )
  const fal = keyed(
    environment.FAL_API_KEY ?? (provider === 'fal' ? environment.AI_API_KEY : undefined),
    environment.FAL_BASE_URL,
  )
  if (provider === 'google' && google === undefined) throw missing('GOOGLE_API_KEY', provider)
  if (provider === 'fal' && fal === undefined) throw missing('FAL_API_KEY', provider)
  return {
    provider,
    timeoutSeconds: environment.AI_TIMEOUT_SECONDS,
    ...(google && { google }),
    ...(fal && { fal }),
    ...(provider === 'openai-compatible' && { openaiCompatible: openaiCompatible(environment) }),
  }
}

function keyed(apiKey: string | undefined, baseUrl: string | undefined) {
  return apiKey === undefined ? undefined : { apiKey, ...(baseUrl !== undefined && { baseUrl }) }
}

function openaiCompatible(environment: Environment) {
  const need = (name: keyof Environment): string => {
    const value = environment[name]
    if (typeof value !== 'string') throw missing(name, 'openai-compatible')
    return value
  }
  return {
    baseUrl: need('AI_BASE_URL'),
    apiKey: need('AI_API_KEY'),
    textModel: need('AI_TEXT_MODEL'),
    imageModelStandard: need('AI_IMAGE_MODEL_STANDARD'),
    imageModelPro: need('AI_IMAGE_MODEL_PRO'),
  }
}

/** The Stripe account alone, before there are prices in it. */
export function readStripeAccount(
  source: Record<string, string | undefined> = process.env,
): Pick<StripeConfig, 'secretKey' | 'apiUrl'> & { readonly live: boolean } {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl } = parseEnvironment(source)
  if (secretKey === undefined)
    throw new ConfigError('Set STRIPE_SECRET_KEY to the secret key of a Stripe account.')
  return { secretKey, ...(apiUrl && { apiUrl }), live: /^(sk|rk)_live_/.test(secretKey) }
}

/** All or none: half of them would take money and hear nothing of it. */
function stripeSettings(environment: Environment): StripeConfig | undefined {
  const {
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_PRICE_BUSINESS: business,
    STRIPE_PRICE_TEAM: team,
    STRIPE_API_URL: apiUrl,
  } = environment
  if (secretKey && webhookSecret && business && team)
    return { secretKey, webhookSecret, prices: { business, team }, ...(apiUrl && { apiUrl }) }
  const absent = stripeNames.filter((name) => environment[name] === undefined)
  if (absent.length === stripeNames.length) return undefined
  throw new ConfigError(
    `Stripe needs ${stripeNames.join(', ')}, all of them or none: set ${absent.join(' and ')} too.`,
  )
}

const stripeNames = [
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'STRIPE_PRICE_BUSINESS',
  'STRIPE_PRICE_TEAM',
] as const

/** All that a bucket needs, or none of it: pictures that lie in the wrong place are lost. */
function s3Settings(environment: Environment): S3Settings | undefined {
  const {
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
    S3_ENDPOINT: endpoint,
    S3_REGION: region = 'us-east-1',
    S3_FORCE_PATH_STYLE: pathStyle,
  } = environment
  if (bucket && accessKeyId && secretAccessKey) {
    // Others than Amazon seldom answer at a host for each bucket.
    const forcePathStyle = pathStyle === undefined ? endpoint !== undefined : pathStyle === 'true'
    return { endpoint, bucket, region, accessKeyId, secretAccessKey, forcePathStyle }
  }
  const absent = s3Names.filter((name) => environment[name] === undefined)
  const given = Object.keys(environment).some(
    (name) => name.startsWith('S3_') && environment[name as keyof Environment] !== undefined,
  )
  if (!given) return undefined
  throw new ConfigError(
    `Media in S3 need ${s3Names.join(', ')}, all of them or none: set ${absent.join(' and ')} too.`,
  )
}

const s3Names = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

function missing(name: string, provider: string): ConfigError {
  return new ConfigError(`AI_PROVIDER=${provider} needs the setting ${name}.`)
}
