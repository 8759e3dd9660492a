import type { Clock } from '../../src/clock.ts'
import type { NetworkAdapter } from '../../src/networks/network-adapter.ts'
import type { NetworkEnvironment } from '../../src/networks/network-environment.ts'
import { describeNetwork, type PlayedNetwork } from '../../src/networks/testing/conformance.ts'
import { aPicture } from '../../src/networks/testing/play.ts'
import type { PlayedNetwork as Played } from '../../src/networks/testing/played-account.ts'
import { aVideo } from '../../src/networks/testing/played-video.ts'
import { startTiktokStandIn } from '../../src/networks/testing/tiktok-stand-in.ts'
import { startYoutubeStandIn } from '../../src/networks/testing/youtube-stand-in.ts'
import { createTiktok } from '../../src/networks/tiktok/tiktok.ts'
import { createYoutube } from '../../src/networks/youtube/youtube.ts'
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

describeNetwork('YouTube', {
  start: started(startYoutubeStandIn, createYoutube),
  hasThreads: false,
  picturesMax: 0,
  post: { title: 'Fresh bread', media: [aVideo()] },
})
describeNetwork('TikTok with videos', {
  start: started(startTiktokStandIn, createTiktok),
  hasThreads: false,
  hasAlt: false,
  post: { media: [aVideo()] },
})
describeNetwork('TikTok with photos', {
  start: started(startTiktokStandIn, createTiktok),
  hasThreads: false,
  // TikTok lists twenty at a time, and in bad weather hardly anybody gets through ten pages.
  runs: 100,
  hasAlt: false,
  post: { media: [aPicture('A loaf')] },
})
