import type { Draft, Idea } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import {
  briefOfDraft,
  draftOfIdea,
  emptyBrief,
  ideaOfDraft,
  ideasRequestOf,
  textRequestOf,
} from './brief.ts'

const quote = { version: 2, credits: 0 }
const idea: Idea = {
  title: 'On waiting',
  intent: 'connect',
  hook: 'Tides wait.',
  angle: 'A story.',
}

describe('the brief', () => {
  it('sends only what was said', () => {
    expect(ideasRequestOf({ ...emptyBrief, direction: '  ' }, quote)).toEqual({ quote })
    expect(
      ideasRequestOf(
        { brandId: 'b', intent: 'sell', platform: 'x', direction: ' new beans ' },
        quote,
      ),
    ).toEqual({ brandId: 'b', intent: 'sell', platform: 'x', direction: 'new beans', quote })
  })

  it('writes from an idea with the idea’s own intent', () => {
    const request = textRequestOf('post', { ...emptyBrief, intent: 'sell' }, quote, idea)
    expect(request).toEqual({ kind: 'post', idea, intent: 'connect', quote })
  })

  it('keeps an idea so that it can be written from later', () => {
    const kept = draftOfIdea(idea, { ...emptyBrief, brandId: 'b', platform: 'x', intent: 'sell' })
    expect(kept).toMatchObject({ state: 'idea', intent: 'connect', brandId: 'b', platform: 'x' })
    const draft = { ...kept, brandId: 'b', platform: 'x' } as Draft
    expect(ideaOfDraft(draft)).toEqual(idea)
    expect(briefOfDraft(draft)).toMatchObject({ brandId: 'b', platform: 'x', intent: 'connect' })
  })

  it('takes an idea edited down to nothing by its title', () => {
    const draft = { title: 'On waiting', body: '', intent: 'x', platform: null } as Draft
    expect(ideaOfDraft(draft)).toEqual({
      title: 'On waiting',
      intent: 'educate',
      hook: 'On waiting',
      angle: '',
    })
  })
})
