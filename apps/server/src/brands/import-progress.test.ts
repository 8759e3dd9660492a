import { expect, it } from 'vitest'
import { importProgress } from './import-progress.ts'

it('lists each page once and says what is being done', () => {
  const told: unknown[] = []
  const step = importProgress((progress, pages) => told.push({ ...progress, pages }))
  const home = 'https://hearth.example/'
  const about = 'https://hearth.example/%C3%BCber'
  step({ kind: 'reading', url: home, n: 1, max: 8 })
  step({ kind: 'read', url: home, title: 'Hearth\0', n: 1, max: 8 })
  step({ kind: 'reading', url: about, n: 2, max: 8 })
  step({ kind: 'failed', url: about, n: 2, max: 8 })
  step({ kind: 'looking', at: 'styles' })
  expect(told[0]).toEqual({
    done: 0,
    total: 8,
    message: 'Reading hearth.example',
    pages: [{ url: home, title: '', state: 'reading' }],
  })
  expect(told[2]).toMatchObject({ done: 1, message: 'Reading /über' })
  expect(told.at(-1)).toEqual({
    done: 2,
    total: 2,
    message: 'Looking at its colours and fonts',
    pages: [
      { url: home, title: 'Hearth', state: 'read' },
      { url: about, title: '', state: 'failed' },
    ],
  })
})
