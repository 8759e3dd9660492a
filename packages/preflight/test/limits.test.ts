import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { networkLimitsSchema } from '@rheos/contract'
import { describe, expect, test } from 'vitest'
import { limits, networks, staleLimits } from '../src/index.ts'

const folder = join(import.meta.dirname, '../src/limits')
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

test('there is one file for each network', () => {
  expect(files.toSorted()).toEqual(networks.map((network) => `${network}.json`).toSorted())
})

describe.each(files)('%s', (name) => {
  const written: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const parsed = networkLimitsSchema.parse(written)

  test('is of its network, and what the code knows', () => {
    expect(`${parsed.network}.json`).toBe(name)
    expect(limits[parsed.network]).toEqual(written)
  })

  test('says what it takes for granted', () => {
    const assumed = parsed.text.basis !== 'documented' || parsed.title?.basis === 'assumed'
    expect(parsed.notes.length > 0 || !assumed).toBe(true)
  })

  test('has bounds in order', () => {
    const { images, videos } = parsed.media
    for (const each of [images, videos]) {
      if (each?.aspect == null) continue
      const { min, max } = each.aspect
      expect(min.width / min.height).toBeLessThan(max.width / max.height)
    }
    if (images?.carousel != null) expect(images.carousel.max).toBeLessThanOrEqual(images.max)
  })
})

test('limits are stale after 180 days, and not before', () => {
  const checked = Date.parse('2026-11-20T00:00:00Z')
  const after = (days: number) => staleLimits(new Date(checked + days * 86_400_000))
  expect(after(180)).toEqual([])
  const stale = after(181)
  expect(stale.map(({ network }) => network)).toEqual(
    networks.filter((network) => limits[network].checked <= '2026-11-20'),
  )
  expect(stale[0]).toEqual({ network: 'linkedin', days: 181 })
})
