import { expect, it } from 'vitest'
import { createPinterest } from '../../src/networks/pinterest/pinterest.ts'
import { startPinterestStandIn } from '../../src/networks/testing/pinterest-stand-in.ts'
import { aPicture, PlayedTarget } from '../../src/networks/testing/play.ts'
import { connect, play } from './played-delivery.ts'

it('makes one pin of several pictures, with the first link of the text', async () => {
  const { network, adapter, close } = await play(startPinterestStandIn, createPinterest)
  const media = [aPicture('Rye'), aPicture('Wheat')]
  const text = 'Bread: https://bakery.example/rye. And more.'
  await new PlayedTarget(adapter, network.session(), { text, media }).publish()
  expect(network.standIn.posts()).toMatchObject([
    { link: 'https://bakery.example/rye', media: [{ alt: 'Rye Wheat' }, { alt: 'Rye Wheat' }] },
  ])
  await close()
})

it('offers the boards of the person, who has to come back in a year', async () => {
  const played = await play(startPinterestStandIn, createPinterest)
  const said = JSON.stringify(await connect(played))
  expect(said).toContain('"kind":"Board"')
  expect(said).not.toContain('"personNeededAt":null')
  await played.close()
})
