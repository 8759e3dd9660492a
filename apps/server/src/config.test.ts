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
])('refuses %o in one line that names the setting', (environment, name) => {
  const refusal = expect(() => readConfig(environment))
  refusal.toThrow(ConfigError)
  refusal.toThrow(new RegExp(`\\b${name}\\b[^\\n]*\\.$`))
})
