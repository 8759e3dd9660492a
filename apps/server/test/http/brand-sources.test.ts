import { setTimeout } from 'node:timers/promises'
import type { Brand, BrandCheck, BrandSource, BrandSources, BrandSourceText } from '@rheos/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { docxBomb, docxOf, pdfOf } from '../documents/make-documents.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused } from './asking.ts'

let studio: TestStudio
let person: SignedUp
let brand: Brand

beforeAll(async () => {
  studio = await startStudio()
})
beforeEach(async () => {
  person = await studio.signUp({ name: 'Ada' })
  brand = await jsonOf<Brand>(person.client.post(`${person.workspace}/brands`, {}), 201)
})
afterAll(() => studio.close())

const ofBrand = (path: string) => `${person.workspace}/brands/${brand.id}/${path}`
const paste = (text: string, title?: string) =>
  person.client.post(ofBrand('sources'), { text, ...(title && { title }) })
const list = async () => (await person.client.json<BrandSources>(ofBrand('sources'))).items

function addFile(bytes: Uint8Array, name: string): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return person.client.request('POST', ofBrand('documents'), { body: form })
}

/** Packing it keeps this process busy for so long that idle connections end, which must be heard first. */
async function addBomb(): Promise<Response> {
  const bomb = docxBomb(200)
  await setTimeout(100)
  return addFile(bomb, 'a.docx')
}

describe('a source', () => {
  test('is pasted, read, renamed, removed and brought back', async () => {
    const text = 'We bake sourdough in Leeds.\r\n\r\n\r\n\r\nEvery loaf rests\u200b for two days.'
    const added = await jsonOf<BrandSource>(paste(text), 201)
    expect(added).toMatchObject({
      kind: 'text',
      title: 'We bake sourdough in Leeds.',
      state: 'ready',
      words: 11,
      cut: false,
      addedBy: 'Ada',
      beginning: 'We bake sourdough in Leeds.\n\nEvery loaf rests for two days.',
    })
    const path = `${person.workspace}/sources/${added.id}`
    const { text: kept } = await person.client.json<BrandSourceText>(path)
    expect(kept).toBe('We bake sourdough in Leeds.\n\nEvery loaf rests for two days.')
    await jsonOf(person.client.patch(path, { title: 'How we bake' }), 200)
    expect(await list()).toMatchObject([{ id: added.id, title: 'How we bake' }])
    expect((await person.client.delete(path)).status).toBe(204)
    expect(await list()).toEqual([])
    await refused(person.client.get(path), 404, 'not_found')
    await refused(person.client.patch(path, { title: 'x' }), 404, 'not_found')
    expect(await jsonOf(person.client.post(`${path}/restore`), 200)).toMatchObject({
      title: 'How we bake',
    })
  })

  test('is a document, whose text alone is kept', async () => {
    const pdf = await jsonOf<BrandSource>(
      addFile(await pdfOf(['Opening hours', 'Prices']), 'About us.pdf'),
      201,
    )
    expect(pdf).toMatchObject({
      kind: 'document',
      title: 'About us',
      fileName: 'About us.pdf',
      pages: 2,
    })
    const docx = await jsonOf<BrandSource>(addFile(docxOf(['Wie wir backen']), 'x.docx'), 201)
    expect(docx).toMatchObject({ words: 3, pages: null })
    expect((await list()).map(({ id }) => id)).toEqual([docx.id, pdf.id])
  })

  test('of more than is kept is cut, and says so', async () => {
    const long = Buffer.from('Brot und Käse, jeden Tag. '.repeat(9000))
    const added = await jsonOf<BrandSource>(addFile(long, 'long.txt'), 201)
    expect(added).toMatchObject({ cut: true, characters: 200_000 })
  })

  test.each([
    ['nothing but room', () => paste(' \n '), 400, 'invalid_request'],
    ['more than can be pasted', () => paste('x'.repeat(60_001)), 400, 'invalid_request'],
    [
      'a picture',
      () => addFile(Buffer.from('\u0089PNG\r\n', 'latin1'), 'a.pdf'),
      415,
      'unsupported_media',
    ],
    ['what unpacks to 200 MB', addBomb, 415, 'unsupported_media'],
    [
      'more than 21 MB',
      () => addFile(Buffer.alloc(22 * 1024 * 1024, 0x61), 'a.txt'),
      413,
      'body_too_large',
    ],
  ] as const)('is refused when it is %s', async (_, ask, status, code) => {
    await refused(ask(), status, code)
    expect(await list()).toEqual([])
  })

  test('is one of fifty at most, also when many come at once', async () => {
    const { pool } = studio.context.database
    await pool.query(
      `insert into studio.brand_sources
         (workspace_id, id, brand_id, kind, title, text, words, created_by, created_at, updated_at)
       select $1, 's' || n, $2, 'text', 'n', 'n', 1, $3, now(), now() from generate_series(1, 48) n`,
      [person.workspaceId, brand.id, person.userId],
    )
    const answers = await Promise.all([paste('One.'), paste('Two.'), paste('Three.')])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409])
    expect(await list()).toHaveLength(50)
  })
})

describe('the brand', () => {
  const change = (body: unknown) =>
    person.client.patch(`${person.workspace}/brands/${brand.id}`, body)

  test('keeps a line with each audience and theme, for as long as that is there', async () => {
    const lines = { audience: { Families: 'at the weekend' }, themes: { Rye: 'slow', Gone: 'x' } }
    const changed = await jsonOf<Brand>(
      change({ audience: ['Families'], themes: ['Rye', 'Oats'], lines }),
      200,
    )
    expect(changed.lines).toEqual({
      audience: { Families: 'at the weekend' },
      themes: { Rye: 'slow' },
    })
    const fewer = await jsonOf<Brand>(change({ themes: ['Oats'] }), 200)
    expect(fewer.lines).toEqual({ audience: { Families: 'at the weekend' }, themes: {} })
  })

  test('is what a text is checked against', async () => {
    const avoidedWords = [{ word: 'cheap', instead: 'good value' }]
    await jsonOf(change({ avoidedWords, tone: ['Calm'], language: 'en' }), 200)
    const checked = await jsonOf<BrandCheck>(
      person.client.post(ofBrand('check'), {
        text: 'Cheap bread.',
        colors: [{ text: '#cccccc', background: '#ffffff' }],
      }),
      200,
    )
    expect(checked.findings.map(({ code }) => code)).toEqual(['banned_word', 'low_contrast'])
    expect(checked.score).toBe(73)
    expect(checked.findings[0]?.fix?.edits).toEqual([
      { start: 0, end: 5, replacement: 'Good value' },
    ])
    const credits = await person.client.json(`${person.workspace}/credits`)
    expect(credits).toMatchObject({ balance: 400, held: 0 })
  })

  test('gives no score to a text while it says too little to judge by', async () => {
    const checked = await jsonOf<BrandCheck>(
      person.client.post(ofBrand('check'), { text: 'Blorp wuggle fnord.' }),
      200,
    )
    const unknown = ['tone', 'themes', 'audience', 'language', 'words']
    expect(checked).toEqual({ score: null, findings: [], unknown })
  })

  test.each([
    ['a text that is none', { text: 5 }],
    ['50,001 characters', { text: 'x'.repeat(50_001) }],
    ['a colour that is none', { text: '', colors: [{ text: 'red', background: '#ffffff' }] }],
  ])('is not asked about %s', async (_, body) => {
    await refused(person.client.post(ofBrand('check'), body), 400, 'invalid_request')
  })
})
