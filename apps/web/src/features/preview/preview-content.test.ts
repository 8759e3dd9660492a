import { expect, test } from 'vitest'
import { accountName, previewContent } from './preview-content.ts'

test('account names are made of the letters of a name', () => {
  expect(accountName('Hearth & Crumb')).toBe('hearthcrumb')
  expect(accountName('Müller-Lüdenscheidt')).toBe('mullerludenscheidt')
  expect(accountName('مخبز')).toBe('مخبز')
  expect(accountName('!!!')).toBe('yourbrand')
})

test('a version of its own is shown, and a picture that is not at hand is not', () => {
  const post = {
    type: 'text',
    title: '',
    body: 'For all',
    media: [{ assetId: 'none', alt: '' }],
    versions: { x: { body: 'For X', thread: ['and on'] } },
  } as const
  const shown = previewContent(
    'x',
    { ...post, media: [...post.media], versions: { x: { body: 'For X', thread: ['and on'] } } },
    [],
    null,
    (name) => `@${name}`,
  )
  expect(shown).toMatchObject({
    name: 'Your brand',
    handle: '@yourbrand',
    parts: ['For X', 'and on'],
    pictures: [],
  })
})

test('a first comment is shown where the network has comments, and nowhere else', () => {
  const firstComment = ' The recipe: https://example.com '
  const versions = { linkedin: { firstComment }, mastodon: { firstComment } }
  const post = { type: 'text', title: '', body: 'Rye', media: [], versions } as const
  const shown = (network: 'linkedin' | 'mastodon') =>
    previewContent(network, { ...post, media: [] }, [], null, (name) => name).comment
  expect(shown('linkedin')).toBe('The recipe: https://example.com')
  expect(shown('mastodon')).toBe('')
})
