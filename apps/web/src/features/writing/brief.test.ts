import type { Idea, Post } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import {
  briefOfPost,
  emptyBrief,
  ideaOfPost,
  ideasRequestOf,
  postOfIdea,
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
        { brandId: 'b', intent: 'sell', network: 'x', direction: ' new beans ' },
        quote,
      ),
    ).toEqual({ brandId: 'b', intent: 'sell', network: 'x', direction: 'new beans', quote })
  })

  it('writes from an idea with the idea’s own intent', () => {
    const request = textRequestOf('post', { ...emptyBrief, intent: 'sell' }, quote, idea)
    expect(request).toEqual({ kind: 'post', idea, intent: 'connect', quote })
  })

  it('keeps an idea so that it can be written from later', () => {
    const kept = postOfIdea(idea, { ...emptyBrief, brandId: 'b', network: 'x', intent: 'sell' })
    expect(kept).toMatchObject({ state: 'idea', intent: 'connect', brandId: 'b', network: 'x' })
    const post = { ...kept, brandId: 'b', network: 'x' } as Post
    expect(ideaOfPost(post)).toEqual(idea)
    expect(briefOfPost(post)).toMatchObject({ brandId: 'b', network: 'x', intent: 'connect' })
  })

  it('takes an idea edited down to nothing by its title', () => {
    const post = { title: 'On waiting', body: '', intent: 'x', network: null } as Post
    expect(ideaOfPost(post)).toEqual({
      title: 'On waiting',
      intent: 'educate',
      hook: 'On waiting',
      angle: '',
    })
  })
})
