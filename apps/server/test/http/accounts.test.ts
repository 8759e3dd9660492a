import type { Credits, Me, Problem } from '@rheos/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStudio, type TestStudio } from '../studio.ts'

let studio: TestStudio

beforeAll(async () => {
  studio = await startStudio()
})
afterAll(() => studio.close())

interface AccountsRefusal {
  readonly code: string
  readonly message: string
}

async function refusal(answer: Response): Promise<AccountsRefusal> {
  expect(answer.ok).toBe(false)
  return (await answer.json()) as AccountsRefusal
}

function tokenIn(mail: string | undefined): string {
  const [, token] = /\/reset-password\?token=(\S+)/.exec(mail ?? '') ?? []
  if (token === undefined) throw new Error('The mail holds no link.')
  return token
}

describe('signing up', () => {
  test('a new person has one workspace, named for them, on Free with 400 credits', async () => {
    const { client, workspace } = await studio.signUp({ name: '  Grace Hopper ' })
    const me = await client.json<Me>('/api/v1/me')
    expect(me.user.name).toBe('Grace Hopper')
    expect(me.workspaces).toEqual([
      expect.objectContaining({
        name: 'Grace’s workspace',
        role: 'owner',
        plan: 'free',
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      }),
    ])
    const credits = await client.json<Credits>(`${workspace}/credits`)
    expect(credits).toMatchObject({ plan: 'free', allowance: 400, balance: 400, available: 400 })
  })

  test('many first visits at once make one workspace', async () => {
    const person = { id: crypto.randomUUID(), name: 'Many Tabs', email: 'tabs@example.com' }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => studio.context.workspaces.ofUser(person)),
    )
    const ids = new Set(answers.flat().map((workspace) => workspace.id))
    expect(ids.size).toBe(1)
  })

  test('an address that is taken is refused, however it is written', async () => {
    const { email } = await studio.signUp()
    const answer = await studio.visitor().post('/api/auth/sign-up/email', {
      name: 'Second',
      email: email.toUpperCase(),
      password: 'correct horse battery',
    })
    expect(answer.status).toBe(422)
    expect((await refusal(answer)).message).toContain('Sign in instead')
  })

  test('the same address twice at once makes one account', async () => {
    const person = { name: 'Twice', email: 'twice@example.com', password: 'correct horse battery' }
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => studio.visitor().post('/api/auth/sign-up/email', person)),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422, 422, 422])
  })

  test.each([
    ['a short password', { password: 'short' }, 'PASSWORD_TOO_SHORT'],
    ['a password of 200 characters', { password: 'x'.repeat(200) }, 'PASSWORD_TOO_LONG'],
    ['no name', { name: '  ' }, 'INVALID_NAME'],
    ['a name of 81 characters', { name: 'x'.repeat(81) }, 'INVALID_NAME'],
    ['a name with a NUL', { name: 'A\u0000' }, 'INVALID_NAME'],
    ['a name that is a number', { name: 7 }, 'INVALID_NAME'],
    ['an address that is none', { email: 'nobody' }, 'VALIDATION_ERROR'],
    ['an endless address', { email: `${'x'.repeat(250)}@example.com` }, 'INVALID_EMAIL'],
    ['a password that is an object', { password: {} }, 'VALIDATION_ERROR'],
  ])('%s is refused with one sentence', async (_, wrong, code) => {
    const answer = await studio.visitor().post('/api/auth/sign-up/email', {
      name: 'Ada',
      email: `${crypto.randomUUID()}@example.com`,
      password: 'correct horse battery',
      ...wrong,
    })
    const { code: given, message } = await refusal(answer)
    expect(answer.status).toBe(400)
    expect(given).toBe(code)
    expect(message).toMatch(/^[A-Z][^[\]{}]+\.$/)
  })

  test('a body that is no JSON object is refused', async () => {
    for (const body of ['{', '[]', '"x"', 'null']) {
      const answer = await studio.visitor().request('POST', '/api/auth/sign-up/email', {
        headers: { 'content-type': 'application/json' },
        body,
      })
      expect(answer.status).toBe(400)
      expect(((await answer.json()) as Problem).code).toBe('invalid_request')
    }
  })

  test('a form of another page cannot sign anybody up', async () => {
    const answer = await studio.visitor().request('POST', '/api/auth/sign-up/email', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name=A&email=form%40example.com&password=correct+horse+battery',
    })
    expect(answer.status).toBe(400)
  })
})

describe('signing in and out', () => {
  test('the session ends on both sides', async () => {
    const { client, email, password } = await studio.signUp()
    const stolen = client.cookie
    expect((await client.post('/api/auth/sign-out')).status).toBe(200)
    expect((await client.get('/api/v1/me')).status).toBe(401)
    expect((await studio.visitor().get('/api/v1/me', { cookie: stolen })).status).toBe(401)
    expect((await client.post('/api/auth/sign-in/email', { email, password })).status).toBe(200)
    expect((await client.get('/api/v1/me')).status).toBe(200)
  })

  test('a wrong password and an unknown address are answered alike', async () => {
    const { email } = await studio.signUp()
    const wrong = await studio.visitor().post('/api/auth/sign-in/email', {
      email,
      password: 'not the password',
    })
    const unknown = await studio.visitor().post('/api/auth/sign-in/email', {
      email: 'nobody-at-all@example.com',
      password: 'not the password',
    })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await refusal(wrong)).toEqual(await refusal(unknown))
  })

  test('signed out, the API says so in one sentence', async () => {
    const answer = await studio.visitor().get('/api/v1/me')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect((await answer.json()) as Problem).toMatchObject({ code: 'unauthenticated' })
  })

  test('a cookie somebody made up is nobody', async () => {
    const answer = await studio.visitor().get('/api/v1/me', {
      cookie: 'rheos.session_token=made-up.signature',
    })
    expect(answer.status).toBe(401)
  })

  test('the cookie is out of reach of scripts and other sites', async () => {
    const answer = await studio.visitor().post('/api/auth/sign-up/email', {
      name: 'Cookie',
      email: `${crypto.randomUUID()}@example.com`,
      password: 'correct horse battery',
    })
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
  })

  test('what the accounts library could do beyond its open doors is not there', async () => {
    const { client } = await studio.signUp()
    for (const path of [
      '/update-user',
      '/change-email',
      '/organization/create',
      '/list-sessions',
    ]) {
      expect((await client.post(`/api/auth${path}`, {})).status).toBe(404)
    }
    expect((await client.get('/api/auth/error')).status).toBe(404)
  })
})

describe('a new password', () => {
  test('the link works once, ends other sessions, and the old password is over', async () => {
    const { client, email, password } = await studio.signUp()
    const visitor = studio.visitor()
    const asked = await visitor.post('/api/auth/request-password-reset', {
      email,
      redirectTo: '/reset-password',
    })
    expect(asked.status).toBe(200)
    await expect.poll(() => studio.mails.find((mail) => mail.includes(email))).toBeDefined()
    const mail = studio.mails.find((shown) => shown.includes(email))
    expect(mail).toContain(`${studio.url}/reset-password?token=`)
    const token = tokenIn(mail)
    const newPassword = 'another horse entirely'
    const reset = await visitor.post('/api/auth/reset-password', { newPassword, token })
    expect(reset.status).toBe(200)
    const again = await visitor.post('/api/auth/reset-password', { newPassword, token })
    expect((await refusal(again)).code).toBe('INVALID_TOKEN')
    expect((await client.get('/api/v1/me')).status).toBe(401)
    const old = await visitor.post('/api/auth/sign-in/email', { email, password })
    expect(old.status).toBe(401)
    const now = await visitor.post('/api/auth/sign-in/email', { email, password: newPassword })
    expect(now.status).toBe(200)
  })

  test('an unknown address gets the same answer and no mail', async () => {
    const { email } = await studio.signUp()
    const known = await studio.visitor().post('/api/auth/request-password-reset', { email })
    const unknown = await studio.visitor().post('/api/auth/request-password-reset', {
      email: 'nobody-here@example.com',
    })
    expect(unknown.status).toBe(known.status)
    expect(await unknown.json()).toEqual(await known.json())
    expect(studio.mails.some((mail) => mail.includes('nobody-here'))).toBe(false)
  })
})

describe('deleting the account', () => {
  test('needs the password', async () => {
    const { client } = await studio.signUp()
    for (const body of [{}, { password: 'not the password' }, { password: 5 }, { token: 'x' }]) {
      expect((await client.post('/api/auth/delete-user', body)).status).toBe(400)
    }
    expect((await client.get('/api/v1/me')).status).toBe(200)
  })

  test('[rule 26] signing up again finds the same ledger: the allowance is not renewed', async () => {
    const email = 'Comes.Back@example.com'
    const first = await studio.signUp({ email })
    const { ledger } = studio.context
    const anchor = (await first.client.json<Credits>(`${first.workspace}/credits`)).cycle.start
    const spend = { accountId: first.workspaceId, operationId: crypto.randomUUID() }
    await ledger.hold({
      ...spend,
      action: 'image.standard',
      quantity: 1,
      quote: { version: 2, credits: 5 },
      requestHash: 'x',
      actor: {},
    })
    await ledger.start(spend)
    await ledger.settle({ ...spend, quantity: 1 })

    const deleted = await first.client.post('/api/auth/delete-user', { password: first.password })
    expect(deleted.status).toBe(200)
    expect((await first.client.get('/api/v1/me')).status).toBe(401)
    const { rows } = await studio.context.database.pool.query(
      'select * from studio.former_owners where workspace_id = $1',
      [first.workspaceId],
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows).toLowerCase()).not.toContain('comes.back')

    const second = await studio.signUp({ email: email.toLowerCase() })
    expect(second.userId).not.toBe(first.userId)
    expect(second.workspaceId).toBe(first.workspaceId)
    const credits = await second.client.json<Credits>(`${second.workspace}/credits`)
    expect(credits).toMatchObject({ balance: 395, spent: 5 })
    expect(credits.cycle.start).toBe(anchor)
  })

  test('credits set aside for work in progress come back, and its rows and media go', async () => {
    const { client, workspaceId, workspace, password, email } = await studio.signUp()
    const { generations, ledger, database } = studio.context
    const { rows: before } = await database.pool.query('select count(*) from studio.members')
    await database.pool.query(
      `insert into studio.brands (workspace_id, id, kind, name, created_at, updated_at)
       values ($1, 'b', 'business', 'Brand', now(), now())`,
      [workspaceId],
    )
    const hold = {
      accountId: workspaceId,
      operationId: 'queued',
      action: 'image.pro',
      quantity: 2,
      quote: { version: 2, credits: 20 },
      requestHash: 'x',
      actor: {},
    }
    expect((await ledger.hold(hold)).kind).toBe('held')
    await database.pool.query(
      `insert into studio.generations (workspace_id, id, kind, status, request, member_id, ordered, held, created_at)
       values ($1, 'queued', 'image', 'queued', '{}', 'm', 2, 20, now() + interval '1 hour')`,
      [workspaceId],
    )
    expect((await client.post('/api/auth/delete-user', { password })).status).toBe(200)
    expect((await ledger.balance(workspaceId))?.held).toBe(0)
    expect(await generations.get(workspaceId, 'queued')).toBeUndefined()
    const { rows: after } = await database.pool.query('select count(*) from studio.members')
    expect(Number(after[0].count)).toBe(Number(before[0].count) - 1)
    expect((await studio.visitor().get(`${workspace}/credits`)).status).toBe(401)
    const back = await studio.signUp({ email })
    expect(await back.client.json<Credits>(`${back.workspace}/credits`)).toMatchObject({
      balance: 400,
      held: 0,
    })
  })
})
