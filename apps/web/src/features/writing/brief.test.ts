import type { Idea, Post } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { ideasRequestOf } from '../ideas/use-ideas.ts'
import { briefOfPost, emptyBrief, ideaOfPost, textRequestOf } from './brief.ts'

const quote = { version: 2, credits: 0 }
const idea: Idea = {
  title: 'On waiting',
  intent: 'connect',
  hook: 'Tides wait.',
  hookId: 'story-open',
  angle: 'A story.',
  details: { outline: [], audience: '', theme: '', reason: '' },
}
const kept = {
  title: 'On waiting',
  body: 'Tides wait.\n\nA story.\n\n– The harbour at six\n– The first cup',
  intent: 'connect',
  hook: 'story-open',
  type: 'image',
  brandId: 'b',
  networks: ['x', 'bluesky'],
} as Partial<Post> as Post

describe('the brief', () => {
  it('sends only what was said', () => {
    const silent = { ...emptyBrief, direction: '  ' }
    expect(ideasRequestOf(silent, quote)).toEqual({ postType: 'text', quote })
    const said = {
      brandId: 'b',
      type: 'carousel',
      intents: ['sell', 'prove'],
      networks: ['x'],
      hook: 'question',
      callToAction: 'save',
      direction: ' new beans ',
    } as const
    expect(ideasRequestOf(said, quote)).toEqual({
      brandId: 'b',
      postType: 'carousel',
      intents: ['sell', 'prove'],
      network: 'x',
      hook: 'question',
      callToAction: 'save',
      direction: 'new beans',
      quote,
    })
  })

  it('names no network to think of where there are several', () => {
    const request = ideasRequestOf({ ...emptyBrief, networks: ['x', 'threads'] }, quote)
    expect(request).not.toHaveProperty('network')
  })

  it('writes from an idea with the idea’s own intent, for all networks', () => {
    const brief = { ...emptyBrief, intents: ['sell'], networks: ['x', 'threads'] } as const
    expect(textRequestOf('post', brief, quote, idea)).toEqual({
      kind: 'post',
      postType: 'text',
      networks: ['x', 'threads'],
      idea,
      intent: 'connect',
      quote,
    })
    const undecided = { ...emptyBrief, intents: ['sell', 'prove'] } as const
    expect(textRequestOf('caption', undecided, quote)).not.toHaveProperty('intent')
  })

  it('takes a kept idea up again with its points', () => {
    expect(ideaOfPost(kept)).toEqual({
      ...idea,
      details: { ...idea.details, outline: ['The harbour at six', 'The first cup'] },
    })
    expect(briefOfPost(kept)).toMatchObject({
      brandId: 'b',
      type: 'image',
      networks: ['x', 'bluesky'],
      intents: ['connect'],
    })
  })

  it('takes an idea edited down to nothing by its title', () => {
    const post = { ...kept, body: '', intent: 'x' }
    expect(ideaOfPost(post)).toMatchObject({ intent: 'educate', hook: 'On waiting', angle: '' })
  })
})
