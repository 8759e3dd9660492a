import type pg from 'pg'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { Refusal } from '../refusal.ts'

interface Rule {
  readonly points: number
  readonly seconds: number
  /** How the refusal begins. */
  readonly tooMany: string
}

const minuteS = 60
const hourS = 60 * minuteS
const signIn = 'There were too many attempts to sign in.'
const signUp = 'Too many accounts were made.'
const reset = 'Too many new passwords were asked for.'

/**
 * Attempts by address bound what one place can try; attempts by account bound what many places
 * together can try on one person. Addresses get much more, since an office shares one.
 */
const attemptRules = {
  signInByAddress: { points: 100, seconds: 10 * minuteS, tooMany: signIn },
  signInByAccount: { points: 10, seconds: 10 * minuteS, tooMany: signIn },
  signUpByAddress: { points: 120, seconds: hourS, tooMany: signUp },
  signUpByAccount: { points: 10, seconds: hourS, tooMany: signUp },
  resetByAddress: { points: 60, seconds: hourS, tooMany: reset },
  resetByAccount: { points: 5, seconds: hourS, tooMany: reset },
  addressLinkByAccount: { points: 5, seconds: hourS, tooMany: 'Too many links were asked for.' },
} as const satisfies Readonly<Record<string, Rule>>

export type AttemptRule = keyof typeof attemptRules

const requestRule: Rule = {
  points: 3000,
  seconds: minuteS,
  tooMany: 'There were too many requests.',
}

/** Enough for somebody at work; too few for a stolen session to read every workspace in a minute. */
const operatorRule: Rule = {
  points: 300,
  seconds: minuteS,
  tooMany: 'There were too many requests at the operator’s desk.',
}

/** Twice what a provider sends in a rush, of which few addresses send it. */
const webhookRule: Rule = {
  points: 12_000,
  seconds: minuteS,
  tooMany: 'There were too many events.',
}

/**
 * Counts and refuses. By the real time, whatever clock the studio is given: it protects the machine,
 * not the books.
 */
export class RateLimits {
  readonly #attempts: ReadonlyMap<AttemptRule, RateLimiterAbstract>
  // In memory: it protects this process from a flood, and a write for each request would be one.
  readonly #requests = limiterInMemory(requestRule)
  readonly #operators = limiterInMemory(operatorRule)
  readonly #webhooks = limiterInMemory(webhookRule)

  constructor(pool: pg.Pool) {
    const names = Object.keys(attemptRules) as AttemptRule[]
    this.#attempts = new Map(names.map((name) => [name, limiterIn(pool, name)]))
  }

  /** Counts an attempt; throws a {@link Refusal} when there were too many. */
  async attempt(name: AttemptRule, key: string): Promise<void> {
    await consume(this.#limiter(name), attemptRules[name], key)
  }

  /** The attempt was rightful and does not count. */
  async forgive(name: AttemptRule, key: string): Promise<void> {
    await this.#limiter(name).reward(key, 1)
  }

  async request(key: string): Promise<void> {
    await consume(this.#requests, requestRule, key)
  }

  async operator(key: string): Promise<void> {
    await consume(this.#operators, operatorRule, key)
  }

  async webhook(key: string): Promise<void> {
    await consume(this.#webhooks, webhookRule, key)
  }

  #limiter(name: AttemptRule): RateLimiterAbstract {
    const limiter = this.#attempts.get(name)
    if (limiter === undefined) throw new Error(`There is no limit called ${name}.`)
    return limiter
  }
}

function limiterIn(pool: pg.Pool, name: AttemptRule): RateLimiterAbstract {
  const { points, seconds } = attemptRules[name]
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'studio',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  })
}

function limiterInMemory({ points, seconds }: Rule): RateLimiterAbstract {
  return new RateLimiterMemory({ points, duration: seconds })
}

async function consume(limiter: RateLimiterAbstract, rule: Rule, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    throw new Refusal('rate_limited', `${rule.tooMany} Try again in ${waitFor(retryAfter)}.`, {
      retryAfter,
    })
  }
}

function waitFor(seconds: number): string {
  if (seconds <= 90) return seconds === 1 ? 'a second' : `${seconds} seconds`
  return `${Math.ceil(seconds / minuteS)} minutes`
}
