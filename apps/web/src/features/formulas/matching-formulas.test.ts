import { describe, expect, it } from 'vitest'
import { type Formula, matchingFormulas } from './matching-formulas.ts'

const question: Formula = {
  id: 'question',
  label: 'Question',
  whenToUse: 'You want an answer.',
  shape: 'What is [topic]?',
  intents: ['connect', 'provoke'],
  postTypes: ['text', 'video'],
}
const save: Formula = {
  id: 'save',
  label: 'Save this',
  shape: 'Save this for [day].',
  intents: ['educate'],
}
const all = [question, save]
const any = { text: '', intents: [], type: 'text' } as const

describe('formulas that match', () => {
  it.each([
    ['everything, when nothing is wanted', any, ['question', 'save']],
    ['a word of the label, whatever its case', { ...any, text: 'SAVE' }, ['save']],
    ['words of different places', { ...any, text: 'answer topic' }, ['question']],
    ['a word that nothing has', { ...any, text: 'carrot' }, []],
    ['one of several intents', { ...any, intents: ['sell', 'provoke'] as const }, ['question']],
    ['a type that it does not suit', { ...any, type: 'carousel' as const }, ['save']],
  ])('%s', (_, wanted, ids) => {
    expect(matchingFormulas(all, wanted).map(({ id }) => id)).toEqual(ids)
  })
})
