import { describe, expect, it } from 'vitest'
import type { WebsiteFindings } from './import/website-import.ts'
import { storedFindings } from './stored-findings.ts'

const evidence = [{ page: 'https://a.example/', snippet: 'x'.repeat(1000), source: 'h1' }]
const logo = {
  url: 'https://a.example/logo.png',
  mediaType: 'image/png',
  width: 8,
  height: 8,
} as const
const read: WebsiteFindings = {
  address: 'https://a.example/',
  pages: [{ url: 'https://a.example/', title: 'Hearth', kind: 'home' }],
  findings: [
    { field: 'name', value: `${'x'.repeat(78)}🍞🍞`, confidence: 0.9, evidence },
    {
      field: 'themes',
      value: Array.from({ length: 30 }, (_, n) => `t${n}`),
      confidence: 1,
      evidence,
    },
    {
      field: 'logo',
      value: [{ ...logo, score: 1, source: 'header img', ink: 'dark' }],
      confidence: 1,
      evidence,
    },
  ],
  identity: '# Hearth',
  text: '',
  files: [],
}
const stored = { key: 'w/imports/g/0-abc', mediaType: 'image/png', width: 8, height: 8, bytes: 3 }

describe('storedFindings', () => {
  it('keeps each field within the bounds of a brand', () => {
    const [name, themes] = storedFindings(read, [])
    expect(name?.value).toBe(`${'x'.repeat(78)}…`)
    expect(themes?.value).toHaveLength(12)
    expect(name?.evidence[0]?.snippet).toHaveLength(300)
  })

  it('keeps a logo only where its picture was kept', () => {
    const fields = (logos: Parameters<typeof storedFindings>[1]) =>
      storedFindings(read, logos).map(({ field }) => field)
    expect(fields([])).toEqual(['name', 'themes', 'identity'])
    expect(fields([{ ...stored, source: 'x' }])).toEqual(['name', 'themes', 'logo', 'identity'])
  })

  it('says of a logo where it was found', () => {
    const finding = storedFindings(read, [{ ...stored, source: 'x' }])[2]
    expect(finding).toMatchObject({ field: 'logo', value: [{ source: 'header img', bytes: 3 }] })
  })
})
