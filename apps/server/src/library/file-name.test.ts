import { describe, expect, it } from 'vitest'
import { cleanFileName, contentDisposition, downloadName } from './file-name.ts'

describe('cleanFileName', () => {
  it.each([
    ['holiday.png', 'holiday.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\logo final.webp', 'logo final.webp'],
    ['a\r\nset-cookie: x.png', 'a set-cookie x.png'],
    ['gpj.\u202egnp.exe', 'gpj. gnp.exe'],
    ['Übersicht 写真.jpg', 'Übersicht 写真.jpg'],
  ])('%j is kept as %j', (given, expected) => {
    expect(cleanFileName(given)).toBe(expected)
  })

  it('is nothing when nothing is left', () => {
    expect(cleanFileName('../..')).toBeUndefined()
    expect(cleanFileName('')).toBeUndefined()
  })
})

describe('downloadName', () => {
  it('has the extension of what is served, not of what was uploaded', () => {
    const asset = { fileName: 'photo.avif', describedAs: '', id: 'abc' }
    expect(downloadName(asset, 'image/png')).toBe('photo.png')
  })

  it('is taken from the prompt when there is no file name', () => {
    const asset = { fileName: null, describedAs: 'A loaf of bread / fresh', id: 'abc' }
    expect(downloadName(asset, 'image/jpeg')).toBe('A loaf of bread fresh.jpg')
  })

  it('is never cut within a letter of two halves', () => {
    const asset = { fileName: `a${'𠀀'.repeat(100)}.png`, describedAs: '', id: 'abc' }
    const name = downloadName(asset, 'image/png')
    expect(name).toBe(`a${'𠀀'.repeat(39)}.png`)
    expect(contentDisposition('attachment', name)).toContain('%F0%A0%80%80.png')
  })

  it('falls back to the id', () => {
    const asset = { fileName: null, describedAs: '??', id: '0123456789' }
    expect(downloadName(asset, 'image/webp')).toBe('rheos-01234567.webp')
  })
})

describe('contentDisposition', () => {
  it('gives old clients a plain name and others the true one', () => {
    expect(contentDisposition('attachment', 'Brot "frisch" – Süß.png')).toBe(
      `attachment; filename="Brot _frisch_ _ S__.png"; filename*=UTF-8''Brot%20%22frisch%22%20%E2%80%93%20S%C3%BC%C3%9F.png`,
    )
  })
})
