import { describe, expect, it } from 'vitest'
import { mergeText, mergeThread } from './merge-text.ts'

const base = 'Fresh bread every morning. Come by at seven. We close at two.'

describe('joining two edits of one text', () => {
  it.each([
    ['only one side edited', 'Warm bread every morning.', 'Fresh bread every morning.', undefined],
    ['both made the same edit', 'Same', 'Old', 'Same'],
  ])('%s', (_, mine, from, theirs) => {
    expect(mergeText(mine, from, theirs ?? from)).toBe(mine)
  })

  it('takes edits of different words together', () => {
    const mine = base.replace('Fresh', 'Warm')
    const theirs = base.replace('two', 'three')
    expect(mergeText(mine, base, theirs)).toBe(
      'Warm bread every morning. Come by at seven. We close at three.',
    )
  })

  it('takes a deletion and an addition elsewhere together', () => {
    const mine = base.replace(' Come by at seven.', '')
    const theirs = `${base} See you.`
    expect(mergeText(mine, base, theirs)).toBe(
      'Fresh bread every morning. We close at two. See you.',
    )
  })

  it('does not choose where both changed the same words', () => {
    expect(
      mergeText(base.replace('seven', 'eight'), base, base.replace('seven', 'six')),
    ).toBeUndefined()
    expect(mergeText(`${base} Mine.`, base, `${base} Theirs.`)).toBeUndefined()
  })

  it('knows words of languages that have no spaces, and keeps emoji whole', () => {
    const from = '今日は焼きたてのパンがあります。明日は休みです。👩‍🍳'
    const mine = from.replace('今日', '毎日')
    const theirs = from.replace('休み', '営業')
    expect(mergeText(mine, from, theirs)).toBe(
      '毎日は焼きたてのパンがあります。明日は営業です。👩‍🍳',
    )
  })

  it('gives up on what would take for ever', () => {
    const from = 'a '.repeat(10_000)
    expect(mergeText(`b ${from}`, from, `${'a '.repeat(9990)}c ${'a '.repeat(9)}`)).toBeUndefined()
  })

  it('joins threads part by part, and parts that were added', () => {
    expect(mergeThread(['One!', 'two'], ['One', 'two'], ['One', 'two!'])).toEqual(['One!', 'two!'])
    expect(mergeThread(['One', 'two', 'three'], ['One', 'two'], ['Uno', 'two'])).toEqual([
      'Uno',
      'two',
      'three',
    ])
  })
})
