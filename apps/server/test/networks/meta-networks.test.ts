import type { Clock } from '../../src/clock.ts'
import { createFacebook } from '../../src/networks/facebook/facebook.ts'
import { createInstagram } from '../../src/networks/instagram/instagram.ts'
import { createLinkedin } from '../../src/networks/linkedin/linkedin.ts'
import type { NetworkAdapter } from '../../src/networks/network-adapter.ts'
import type { NetworkEnvironment } from '../../src/networks/network-environment.ts'
import { describeNetwork, type PlayedNetwork } from '../../src/networks/testing/conformance.ts'
import { startFacebookStandIn } from '../../src/networks/testing/facebook-stand-in.ts'
import { startInstagramStandIn } from '../../src/networks/testing/instagram-stand-in.ts'
import { startLinkedinStandIn } from '../../src/networks/testing/linkedin-stand-in.ts'
import { aPicture } from '../../src/networks/testing/play.ts'
import type { PlayedNetwork as Played } from '../../src/networks/testing/played-account.ts'
import { startThreadsStandIn } from '../../src/networks/testing/threads-stand-in.ts'
import { startXStandIn } from '../../src/networks/testing/x-stand-in.ts'
import { createThreads } from '../../src/networks/threads/threads.ts'
import { createX } from '../../src/networks/x/x.ts'
import { play } from './played-delivery.ts'

const started =
  (
    start: (options: { readonly clock: Clock }) => Promise<Played>,
    create: (environment: NetworkEnvironment) => NetworkAdapter,
  ) =>
  async (): Promise<PlayedNetwork> => {
    const { network, adapter, close } = await play(start, create)
    return {
      adapter,
      close,
      session: network.session(),
      standIn: network.standIn,
      revoke: () => network.endTokens(),
    }
  }

describeNetwork('X', { start: started(startXStandIn, createX) })
describeNetwork('LinkedIn', {
  start: started(startLinkedinStandIn, createLinkedin),
  hasThreads: false,
})
describeNetwork('Facebook', {
  start: started(startFacebookStandIn, createFacebook),
  hasThreads: false,
})
describeNetwork('Instagram', {
  start: started(startInstagramStandIn, createInstagram),
  hasThreads: false,
  post: { media: [aPicture('A loaf')] },
})
describeNetwork('Threads', { start: started(startThreadsStandIn, createThreads) })
