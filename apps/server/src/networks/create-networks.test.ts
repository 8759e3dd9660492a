import { limits } from '@rheos/preflight'
import { expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { createNetworks } from './create-networks.ts'

it('writes first comments where preflight has a limit for them, and nowhere else', () => {
  const networks = createNetworks({
    config: readConfig({}),
    clock: () => 0,
    newId: () => 'id',
    userAgent: 'test',
  })
  for (const { network, takesComments } of networks.values())
    expect([network, takesComments]).toEqual([network, limits[network].comment !== null])
})
