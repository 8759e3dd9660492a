import { describe, expect, test } from 'vitest'
import {
  applyFix,
  type CheckCode,
  checkCatalogue,
  checkCodes,
  checkPost,
  type Finding,
  type Fix,
  isMediaFix,
  limits,
  type MediaFix,
  networks,
  type PostFacts,
} from '../src/index.ts'
import { hardPosts, picture, post, video } from './hard-posts.ts'

const cases = checkCodes.flatMap((code) =>
  hardPosts[code].map((hard, at) => ({ code, name: `${code} ${at + 1}`, ...hard })),
)

test('the table and the catalogue hold the same codes', () => {
  expect(Object.keys(hardPosts).toSorted()).toEqual(checkCodes.toSorted())
  expect(checkCodes.length).toBeGreaterThanOrEqual(30)
  for (const code of checkCodes) expect(hardPosts[code].length, code).toBeGreaterThan(0)
})

describe.each(cases)('$name on $network', ({ code, network, failing, fixes, mended }) => {
  const found = checkPost(failing, network).find((each) => each.code === code) as Finding

  test('is found, and said in a sentence with what to do', () => {
    expect(found).toBeDefined()
    expect(found.severity).toBe(checkCatalogue[code])
    expect(found.network).toBe(network)
    expect(found.message).toMatch(/^[^\n]{20,240}\.$/)
    expect(found.message).not.toContain('!')
  })

  test('offers the fixes that it should', () => {
    expect(found.fixes.map(({ kind }) => kind)).toEqual(fixes)
    for (const { label } of found.fixes) expect(label).toMatch(/^[A-Z][^.]{3,40}$/)
  })

  test('is gone once it is mended', () => {
    expect(fixes.length > 0 || mended !== undefined).toBe(true)
    for (const fix of found.fixes) expect(codesOf(fixed(failing, found, fix))).not.toContain(code)
    if (mended !== undefined) expect(codesOf(mended)).not.toContain(code)
  })

  test('a fix leaves the post that it was given as it is', () => {
    const before = structuredClone(failing)
    for (const fix of found.fixes) fixed(failing, found, fix)
    expect(failing).toEqual(before)
  })

  function codesOf(of: PostFacts): readonly CheckCode[] {
    return checkPost(of, network).map((each) => each.code)
  }
})

/** As the studio does it: a text fix by `applyFix`, a media fix by making another picture. */
function fixed(of: PostFacts, found: Finding, fix: Fix): PostFacts {
  if (!isMediaFix(fix)) return applyFix(of, found, fix)
  return {
    ...of,
    media: of.media.map((media, index) =>
      index === fix.media ? { ...media, ...made(fix) } : media,
    ),
  }
}

function made(fix: MediaFix) {
  if (fix.kind === 'convert') return { mediaType: fix.mediaType, bytes: fix.maxBytes }
  return { ...fix.pixels, ...(fix.kind === 'resize' ? { bytes: fix.maxBytes } : {}) }
}

describe.each(networks)('a good post on %s', (network) => {
  const { media, title } = limits[network]
  const needsVideo = media.required === 'video'
  const shape = media.images?.advisedAspect ?? { width: 4, height: 5 }
  const good = post({
    type: needsVideo ? 'video' : 'image',
    title: title === null ? '' : 'Bread at five',
    parts: ['We bake at five, so that you eat at seven. #bread'],
    media: needsVideo
      ? [video]
      : [{ ...picture, width: 1080, height: Math.round((1080 * shape.height) / shape.width) }],
  })

  test('has no finding', () => {
    expect(checkPost(good, network)).toEqual([])
  })
})

test('errors come before warnings', () => {
  const found = checkPost(post({ parts: ['#a #b #c '.repeat(60)] }), 'x')
  const severities = found.map(({ severity }) => severity)
  expect(severities).toEqual(severities.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
  expect(new Set(severities).size).toBe(2)
})

test('what is not known of a file is not held against it', () => {
  const unknown = { ...picture, width: 0, height: 0, bytes: null }
  const codes = checkPost(post({ type: 'image', media: [unknown] }), 'instagram').map((f) => f.code)
  expect(codes).toEqual([])
})

test('an SVG, which no network takes, is converted to what each prefers', () => {
  const drawing = { ...picture, mediaType: 'image/svg+xml' }
  for (const network of networks) {
    if (limits[network].media.images === null) continue
    const found = checkPost(post({ media: [drawing] }), network).find(
      (f) => f.code === 'media.type',
    )
    expect(found?.fixes[0]).toMatchObject({ kind: 'convert', mediaType: 'image/jpeg' })
  }
})
