import { expect, it } from 'vitest'
import { networkRoomText } from './network-room.ts'

it.each([
  [4, 'Every network takes as many slides as these.'],
  [
    5,
    'More than X (4), Bluesky (4), and Mastodon (4) take. LinkedIn takes the PDF, as a document.',
  ],
])('%i slides', (slides, text) => {
  expect(networkRoomText(slides)).toBe(text)
})

it('names Instagram from the eleventh slide on', () => {
  expect(networkRoomText(10)).not.toContain('Instagram')
  expect(networkRoomText(11)).toContain('Instagram (10)')
})
