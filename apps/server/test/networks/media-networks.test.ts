import { createPinterest } from '../../src/networks/pinterest/pinterest.ts'
import { describeNetwork, type PlayedNetwork } from '../../src/networks/testing/conformance.ts'
import { startPinterestStandIn } from '../../src/networks/testing/pinterest-stand-in.ts'
import { aPicture } from '../../src/networks/testing/play.ts'
import { play } from './played-delivery.ts'

async function startPinterest(): Promise<PlayedNetwork> {
  const { network, adapter, close } = await play(startPinterestStandIn, createPinterest)
  return {
    adapter,
    close,
    session: network.session(),
    standIn: network.standIn,
    revoke: () => network.endTokens(),
  }
}

describeNetwork('Pinterest', {
  start: startPinterest,
  hasThreads: false,
  // A pin has one description for all its pictures.
  picturesMax: 1,
  post: { media: [aPicture('A loaf')] },
})
