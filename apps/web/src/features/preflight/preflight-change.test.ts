import type { Asset } from '@rheos/contract'
import { expect, test } from 'vitest'
import { changeFor, findingsFor, type PostContent } from './preflight-change.ts'

const post: PostContent = {
  type: 'text',
  title: '',
  body: 'word '.repeat(80),
  media: [],
  versions: {},
}
const asset: Asset = {
  id: 'tall',
  kind: 'upload',
  url: '',
  thumbnailUrl: '',
  downloadUrl: '',
  width: 500,
  height: 1500,
  mediaType: 'image/jpeg',
  alt: '',
  watermarked: false,
  brandId: null,
  generationId: null,
  parentId: null,
  made: null,
  fileName: null,
  createdAt: '2026-11-26T08:00:00Z',
}

function fixOf(of: PostContent, network: 'x' | 'instagram' | 'facebook', kind: string) {
  const fixes = findingsFor(of, network, [asset]).flatMap((finding) => finding.fixes)
  const fix = fixes.find((each) => each.kind === kind)
  if (fix === undefined) throw new Error(`There is no fix that is a ${kind}.`)
  return changeFor(of, network, [asset], fix)
}

test('splitting a text gives the network a body and a thread of its own, and nothing else', () => {
  const change = fixOf(post, 'x', 'split')
  if (change.kind !== 'version') throw new Error('A text fix changes the version.')
  expect(Object.keys(change.version).sort()).toEqual(['body', 'thread'])
  const mended = { ...post, versions: { x: change.version } }
  expect(findingsFor(mended, 'x', [])).toEqual([])
})

test('what the version had besides stays', () => {
  const own = { ...post, versions: { x: { body: post.body, title: 'Mine' } } }
  expect(fixOf(own, 'x', 'trim')).toMatchObject({ network: 'x', version: { title: 'Mine' } })
})

test('a fix of a picture says what to make of it', () => {
  const tall = { ...post, body: 'Look', media: [{ assetId: 'tall', alt: 'A tower' }] }
  expect(fixOf(tall, 'instagram', 'crop')).toMatchObject({
    kind: 'media',
    network: 'instagram',
    fix: { assetId: 'tall', media: 0, aspect: { width: 4, height: 5 } },
  })
})

test('a picture that the library does not have is told, and can be taken out', () => {
  const gone = { ...post, body: 'Look', media: [{ assetId: 'none', alt: 'Gone' }] }
  expect(findingsFor(gone, 'facebook', [asset]).map(({ code }) => code)).toEqual(['media.gone'])
  expect(fixOf(gone, 'facebook', 'removeMedia')).toEqual({
    kind: 'version',
    network: 'facebook',
    version: { media: [] },
  })
})
