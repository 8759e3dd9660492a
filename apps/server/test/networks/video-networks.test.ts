import { describeNetwork, type PlayedNetwork } from '../../src/networks/testing/conformance.ts'
import { aVideo } from '../../src/networks/testing/played-video.ts'
import { startYoutubeStandIn } from '../../src/networks/testing/youtube-stand-in.ts'
import { createYoutube } from '../../src/networks/youtube/youtube.ts'
import { play } from './played-delivery.ts'

async function startYoutube(): Promise<PlayedNetwork> {
  const { network, adapter, close } = await play(startYoutubeStandIn, createYoutube)
  return {
    adapter,
    close,
    session: network.session(),
    standIn: network.standIn,
    revoke: () => network.endTokens(),
  }
}

describeNetwork('YouTube', {
  start: startYoutube,
  hasThreads: false,
  picturesMax: 0,
  post: { title: 'Fresh bread', media: [aVideo()] },
})
