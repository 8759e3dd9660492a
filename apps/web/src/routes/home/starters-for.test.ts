import { describe, expect, it } from 'vitest'
import { greeting } from './greeting.ts'
import { startersFor } from './starters-for.ts'

describe('starters', () => {
  it('speak of the themes of the brand and fill up with plain ones', () => {
    const starters = startersFor(['sourdough'])
    expect(starters.map((starter) => starter.text)).toEqual([
      'One thing worth knowing about sourdough',
      'Answer the question you hear most',
      'Show a result somebody got with your help',
    ])
    expect(starters.every((starter) => starter.direction === starter.text)).toBe(true)
  })
})

describe('the greeting', () => {
  it('takes the first name and the hour', () => {
    expect(greeting('Ada Lovelace', 9)).toBe('Good morning, Ada')
    expect(greeting('  ', 13)).toBe('Good afternoon')
    expect(greeting('Ada', 2)).toBe('Good evening, Ada')
  })
})
