import { expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

it('needs nothing', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    publicUrl: 'http://localhost:3000',
    supportEmail: 'support@rheos.app',
    importAllowedHosts: [],
    models: { provider: 'builtin', timeoutSeconds: 120 },
    generations: { leaseMs: 30_000, reapEveryMs: 10_000 },
  })
})

it('takes an empty value as absent', () => {
  expect(readConfig({ SMTP_URL: '', PORT: '' })).toMatchObject({ smtpUrl: undefined, port: 3000 })
})

it('knows operators by their addresses, whatever their case', () => {
  expect(readConfig({ OPERATORS: ' Ada@Example.com,,grace@example.com ' }).operators).toEqual([
    'ada@example.com',
    'grace@example.com',
  ])
})

it('takes what to ask people for at a network, however it is separated', () => {
  const keys = { LINKEDIN_CLIENT_ID: 'id', LINKEDIN_CLIENT_SECRET: 'secret' }
  const scopesOf = (more: Record<string, string>) =>
    readConfig({ ...keys, ...more }).publishing.apps.linkedin?.scopes
  expect(scopesOf({ LINKEDIN_SCOPES: 'w_member_social, r_basicprofile' })).toEqual([
    'w_member_social',
    'r_basicprofile',
  ])
  expect(scopesOf({ LINKEDIN_SCOPES: ' ' })).toBeUndefined()
  expect(scopesOf({})).toBeUndefined()
})

it('gives back the credits of a dead process within 60 seconds at every setting', () => {
  const slowest = { GENERATION_LEASE_SECONDS: '45', GENERATION_REAP_SECONDS: '15' }
  const { leaseMs, reapEveryMs } = readConfig(slowest).generations
  expect(leaseMs + reapEveryMs).toBeLessThanOrEqual(60_000)
  expect(() => readConfig({ GENERATION_LEASE_SECONDS: '46' })).toThrow(ConfigError)
})

it.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://a@b/c' }, 'DATABASE_URL'],
  [{ SMTP_URL: 'foo' }, 'SMTP_URL'],
  [{ PUBLIC_URL: 'ftp://host' }, 'PUBLIC_URL'],
  [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET'],
  [{ SUPPORT_EMAIL: 'nobody' }, 'SUPPORT_EMAIL'],
  [{ AI_PROVIDER: 'magic' }, 'AI_PROVIDER'],
  [{ AI_PROVIDER: 'google' }, 'GOOGLE_API_KEY'],
  [{ AI_PROVIDER: 'fal' }, 'FAL_API_KEY'],
  [{ AI_PROVIDER: 'openai-compatible', AI_BASE_URL: 'http://localhost/v1' }, 'AI_API_KEY'],
  [{ IMPORT_ALLOWED_HOSTS: 'localhost' }, 'IMPORT_ALLOWED_HOSTS'],
  [{ OPERATORS: 'ada@example.com, grace' }, 'OPERATORS'],
  [{ STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PRICE_TEAM: 'p' }, 'STRIPE_WEBHOOK_SECRET'],
  [{ S3_BUCKET: 'media', S3_ACCESS_KEY_ID: 'id' }, 'S3_SECRET_ACCESS_KEY'],
  [{ S3_ENDPOINT: 'http://localhost:9000' }, 'S3_BUCKET'],
  [{ S3_ENDPOINT: 'localhost:9000' }, 'S3_ENDPOINT'],
  [{ S3_FORCE_PATH_STYLE: 'yes' }, 'S3_FORCE_PATH_STYLE'],
])('refuses %o in one line that names the setting', (environment, name) => {
  const refusal = expect(() => readConfig(environment))
  refusal.toThrow(ConfigError)
  refusal.toThrow(new RegExp(`\\b${name}\\b[^\\n]*\\.$`))
})

it('takes money by Stripe when it has all that this needs', () => {
  const stripe = {
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
    STRIPE_PRICE_BUSINESS: 'price_1',
    STRIPE_PRICE_TEAM: 'price_2',
  }
  expect(readConfig(stripe).stripe).toEqual({
    secretKey: 'sk_test_1',
    webhookSecret: 'whsec_1',
    prices: { business: 'price_1', team: 'price_2' },
  })
  expect(readConfig({}).stripe).toBeUndefined()
})

it('keeps media in S3 when it has all that this needs', () => {
  const s3 = { S3_BUCKET: 'media', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' }
  expect(readConfig({}).s3).toBeUndefined()
  expect(readConfig(s3).s3).toEqual({
    endpoint: undefined,
    bucket: 'media',
    region: 'us-east-1',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
    forcePathStyle: false,
  })
  const elsewhere = { ...s3, S3_ENDPOINT: 'http://localhost:9000', S3_REGION: 'eu-west-1' }
  expect(readConfig(elsewhere).s3).toMatchObject({ forcePathStyle: true, region: 'eu-west-1' })
  expect(readConfig({ ...elsewhere, S3_FORCE_PATH_STYLE: 'false' }).s3).toMatchObject({
    forcePathStyle: false,
  })
})
