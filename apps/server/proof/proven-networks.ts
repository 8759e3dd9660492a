import type { Network } from '@rheos/contract'
import { createFacebook } from '../src/networks/facebook/facebook.ts'
import { createInstagram } from '../src/networks/instagram/instagram.ts'
import { createLinkedin } from '../src/networks/linkedin/linkedin.ts'
import type { NetworkAdapter, Session } from '../src/networks/network-adapter.ts'
import { createPinterest } from '../src/networks/pinterest/pinterest.ts'
import { startFacebookStandIn } from '../src/networks/testing/facebook-stand-in.ts'
import { startInstagramStandIn } from '../src/networks/testing/instagram-stand-in.ts'
import { startLinkedinStandIn } from '../src/networks/testing/linkedin-stand-in.ts'
import { startPinterestStandIn } from '../src/networks/testing/pinterest-stand-in.ts'
import type { StandIn } from '../src/networks/testing/stand-in.ts'
import { startThreadsStandIn } from '../src/networks/testing/threads-stand-in.ts'
import { startTiktokStandIn } from '../src/networks/testing/tiktok-stand-in.ts'
import { startXStandIn } from '../src/networks/testing/x-stand-in.ts'
import { startYoutubeStandIn } from '../src/networks/testing/youtube-stand-in.ts'
import { createThreads } from '../src/networks/threads/threads.ts'
import { createTiktok } from '../src/networks/tiktok/tiktok.ts'
import { createX } from '../src/networks/x/x.ts'
import { createYoutube } from '../src/networks/youtube/youtube.ts'
import { playWith, type TurnedClock } from '../test/networks/played-delivery.ts'
import {
  playBluesky,
  playDiscord,
  playMastodon,
  playTelegram,
} from '../test/networks/played-networks.ts'

/** A network on loopback and an account of it, as the proof needs them. */
export interface ProvenNetwork {
  readonly network: Network
  readonly adapter: NetworkAdapter
  readonly standIn: StandIn
  readonly session: Session
  /** What a post has to carry there. */
  readonly needs: 'picture' | 'video' | undefined
  close(): Promise<void>
}

const needs: Partial<Record<Network, 'picture' | 'video'>> = {
  instagram: 'picture',
  pinterest: 'picture',
  // Photos: what becomes of them is harder to tell than of a video.
  tiktok: 'picture',
  youtube: 'video',
}

export async function startNetworks(clock: TurnedClock): Promise<ProvenNetwork[]> {
  const own = [await playBluesky(), await playMastodon(), await playTelegram(), await playDiscord()]
  const others = [
    await playWith(clock, startLinkedinStandIn, createLinkedin),
    await playWith(clock, startFacebookStandIn, createFacebook),
    await playWith(clock, startInstagramStandIn, createInstagram),
    await playWith(clock, startThreadsStandIn, createThreads),
    await playWith(clock, startPinterestStandIn, createPinterest),
    await playWith(clock, startXStandIn, createX),
    await playWith(clock, startTiktokStandIn, createTiktok),
    await playWith(clock, startYoutubeStandIn, createYoutube),
  ]
  return [
    ...own.map(({ adapter, standIn, session, close }) => ({ adapter, standIn, session, close })),
    ...others.map(({ adapter, network, close }) => ({
      adapter,
      standIn: network.standIn,
      session: network.session(),
      close,
    })),
  ].map((each) => ({
    ...each,
    network: each.adapter.network,
    needs: needs[each.adapter.network],
  }))
}
