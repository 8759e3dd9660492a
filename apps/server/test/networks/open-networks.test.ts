import { describeNetwork } from '../../src/networks/testing/conformance.ts'
import { playBluesky, playDiscord, playMastodon, playTelegram } from './played-networks.ts'

describeNetwork('Bluesky', { start: playBluesky })
describeNetwork('Mastodon', { start: playMastodon })
describeNetwork('Telegram', { start: playTelegram, hasThreads: false, hasAlt: false })
describeNetwork('Discord', { start: playDiscord, hasThreads: false })
