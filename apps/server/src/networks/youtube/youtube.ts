import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { youtubeConnector } from './connect.ts'
import { youtubeLimits } from './limits.ts'
import { prepareVideo } from './prepare.ts'
import { publishVideo } from './publish.ts'
import { findVideo } from './reconcile.ts'
import { YoutubeApi } from './youtube-api.ts'

/**
 * A video is made when the last bytes of its upload arrive, and one upload makes one video: as long as
 * YouTube knows the upload, the same call again makes nothing new. After that the channel is read.
 */
export function createYoutube(environment: NetworkEnvironment): NetworkAdapter {
  const api = new YoutubeApi(environment)
  return {
    network: 'youtube',
    promise: { class: 'exact', repeatableForMs: 23 * 3_600_000, settleMs: 60_000 },
    connector: youtubeConnector(environment, api),
    takesComments: false,
    mintKey: ({ id }) => id,
    limits: async () => youtubeLimits(),
    prepare: (order) => prepareVideo(api, order),
    publish: (order) => publishVideo(api, order),
    reconcile: (order) => findVideo(api, order),
  }
}
