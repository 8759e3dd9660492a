import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PublishError } from '../../src/networks/publish-error.ts'
import { describeNetwork } from '../../src/networks/testing/conformance.ts'
import { createNoticeboard } from './noticeboard/noticeboard.ts'
import { startNoticeboardStandIn } from './noticeboard/noticeboard-stand-in.ts'
import { environmentFor, sessionOf } from './played-networks.ts'

/** The example of the guide to networks: somebody else's adapter, held to the same kit. */
async function start() {
  const standIn = await startNoticeboardStandIn()
  const adapter = createNoticeboard(environmentFor(standIn))
  if (adapter.connector.kind !== 'credentials') throw new Error('It is connected by a token.')
  const [candidate] = await adapter.connector.connect({ token: standIn.token })
  const session = sessionOf(candidate)
  return { adapter, session, standIn, revoke: standIn.revoke, close: standIn.close }
}

describeNetwork('a board that somebody else wrote an adapter for', { start })

describe('the board', () => {
  it('refuses a token that it does not know, in a sentence', async () => {
    const { adapter, close } = await start()
    const { connector } = adapter
    if (connector.kind !== 'credentials') throw new Error('It is connected by a token.')
    await expect(connector.connect({ token: 'another' })).rejects.toBeInstanceOf(PublishError)
    await close()
  })
})

describe('the guide to networks', () => {
  const here = new URL('.', import.meta.url)
  const guide = readFileSync(new URL('../../../../docs/adding-a-network.md', here), 'utf8')
  const shown = [...guide.matchAll(/```ts\n\/\/ (\S+\.ts)\n([\s\S]*?)```/g)]

  it('shows files', () => expect(shown.length).toBeGreaterThan(3))

  it.each(shown.map(([, name = '', code = '']) => [name, code] as const))(
    'shows %s as it is',
    (name, code) => {
      const file = readFileSync(new URL(`noticeboard/${name}`, here), 'utf8')
      expect(file).toContain(code.trim())
    },
  )
})
