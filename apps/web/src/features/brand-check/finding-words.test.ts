import { describe, expect, it } from 'vitest'
import { scoreText, unknownText } from './finding-words.ts'

describe('unknownText', () => {
  it.each([
    [[], ''],
    [['tone'], 'a tone'],
    [['tone', 'themes', 'words'], 'a tone, themes and words to avoid'],
  ] as const)('%j', (unknown, text) => {
    expect(unknownText([...unknown])).toBe(text)
  })
})

describe('scoreText', () => {
  it.each([
    [100, 'On brand'],
    [89, 'Close to your brand'],
    [41, 'Partly off brand'],
    [0, 'Off brand'],
  ])('%i', (score, text) => {
    expect(scoreText(score)).toBe(text)
  })
})
