import type { Post, PostChange } from '@rheos/contract'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, makeProblem, unreachable } from '../../api/api-error.ts'
import type { KeptEdits, KeptFields } from './kept-edits.ts'
import { PostDraft } from './post-draft.ts'

const start: Post = {
  id: 'p',
  state: 'draft',
  type: 'text',
  brandId: null,
  title: 'Bread',
  body: 'Fresh bread.',
  networks: ['x', 'bluesky'],
  versions: {},
  media: [],
  intent: null,
  hook: null,
  carouselId: null,
  writtenBy: 'hand',
  revision: 1,
  createdAt: '2026-11-26T06:00:00.000Z',
  updatedAt: '2026-11-26T06:00:00.000Z',
}

/** A device that outlives its pages: what one left, the next takes over. */
class Device {
  kept: KeptFields | undefined
  page(): KeptEdits {
    return {
      keep: async (fields) => {
        this.kept = structuredClone(fields)
      },
      forget: async () => {
        this.kept = undefined
      },
      takeOver: async () => this.kept ?? {},
      close: () => undefined,
    }
  }
}

describe('a post while it is edited', () => {
  let device: Device
  let sent: PostChange[]
  let answer: (change: PostChange) => Post | Promise<Post>
  beforeEach(() => {
    vi.useFakeTimers()
    device = new Device()
    sent = []
  })
  afterEach(() => void vi.useRealTimers())

  const open = (post = start) =>
    new PostDraft({
      post,
      kept: device.page(),
      now: () => Date.now(),
      delayMs: 100,
      send: async (change) => {
        sent.push(change)
        return answer(change)
      },
    })
  const type = (draft: PostDraft, body: string) =>
    draft.edit({ body }, { label: 'Typing', typing: true })
  const saved = (changes: Partial<Post>, revision: number): Post => ({
    ...start,
    ...changes,
    revision,
  })

  it('saves each field with what it was, and forgets what it kept', async () => {
    answer = () => saved({ body: 'Warm bread.', versions: { x: { body: 'X' } } }, 2)
    const draft = open()
    type(draft, 'Warm bread.')
    draft.edit({ 'x.body': 'X' }, { label: 'Own version' })
    expect(Object.keys(device.kept ?? {})).toEqual(['body', 'x.body'])
    await vi.advanceTimersByTimeAsync(150)
    expect(sent).toEqual([
      {
        body: 'Warm bread.',
        versions: { x: { body: 'X' } },
        base: { body: 'Fresh bread.', versions: { x: {} } },
        revision: 1,
      },
    ])
    expect([draft.view.state, draft.hasUnsaved, device.kept]).toEqual(['saved', false, undefined])
  })

  it('takes in what others changed where nothing unsaved stands, and only there', () => {
    const draft = open()
    type(draft, 'Mine')
    draft.hear(saved({ body: 'Theirs', title: 'Rolls' }, 2))
    expect([draft.post.title, draft.post.body]).toEqual(['Rolls', 'Mine'])
  })

  it('says from where an edit began, whatever came in between', async () => {
    answer = () => saved({ body: 'Joined' }, 3)
    const draft = open()
    type(draft, 'Mine')
    draft.hear(saved({ body: 'Theirs' }, 2))
    await vi.advanceTimersByTimeAsync(150)
    expect(sent[0]).toMatchObject({ body: 'Mine', base: { body: 'Fresh bread.' }, revision: 1 })
    expect(draft.post.body).toBe('Joined')
  })

  it('keeps what is typed while a joined answer is on its way, and where it began', async () => {
    answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      return saved({ body: 'Mine. Theirs.' }, 3)
    }
    const draft = open()
    type(draft, 'Mine.')
    await vi.advanceTimersByTimeAsync(200)
    type(draft, 'Mine. More.')
    await vi.advanceTimersByTimeAsync(2000)
    expect(sent[1]).toMatchObject({ body: 'Mine. More.', base: { body: 'Mine.' }, revision: 1 })
  })

  it('goes on trying offline, keeps all of it, and sends it once in the end', async () => {
    let away = true
    answer = (change) => {
      if (away) throw unreachable()
      return saved({ body: change.body ?? '' }, 2)
    }
    const draft = open()
    type(draft, 'One')
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    expect(draft.view.state).toBe('offline')
    type(draft, 'One two')
    expect(device.kept?.body?.value).toBe('One two')
    away = false
    await vi.advanceTimersByTimeAsync(20_000)
    expect([draft.view.state, draft.post.body, device.kept]).toEqual([
      'saved',
      'One two',
      undefined,
    ])
  })

  it('edits again what a page that is gone had not saved', async () => {
    answer = () => {
      throw unreachable()
    }
    type(open(), 'Not yet saved')
    answer = () => saved({ body: 'Not yet saved, joined' }, 9)
    const draft = open(saved({ body: 'Theirs' }, 8))
    expect(await draft.takeOver()).toBe(true)
    expect(draft.post.body).toBe('Not yet saved')
    await draft.flush()
    expect(sent.at(-1)).toMatchObject({
      body: 'Not yet saved',
      base: { body: 'Fresh bread.' },
      revision: 1,
    })
    expect(draft.post.body).toBe('Not yet saved, joined')
  })

  const conflicting = () => {
    throw new ApiError({
      ...makeProblem('edited_elsewhere', 'The same words.', 409),
      post: saved({ body: 'Theirs', title: 'Rolls' }, 2),
      fields: [{ path: 'body', message: 'was changed elsewhere too' }],
    })
  }

  it('lets a person choose, and mine can stand', async () => {
    answer = conflicting
    const draft = open()
    type(draft, 'Mine')
    await vi.advanceTimersByTimeAsync(150)
    expect(draft.view).toMatchObject({ state: 'conflict', conflict: { fields: ['body'] } })
    answer = () => saved({ body: 'Mine', title: 'Rolls' }, 3)
    draft.keepMine()
    await vi.advanceTimersByTimeAsync(150)
    expect(sent.at(-1)).toMatchObject({ body: 'Mine', base: { body: 'Theirs' }, revision: 2 })
    expect(draft.view).toMatchObject({ state: 'saved', conflict: undefined })
    expect(draft.post).toMatchObject({ title: 'Rolls', body: 'Mine' })
  })

  it('lets a person choose, and theirs can stand', async () => {
    answer = conflicting
    const draft = open()
    type(draft, 'Mine')
    draft.edit({ 'x.body': 'For X' }, { label: 'Own version' })
    await vi.advanceTimersByTimeAsync(150)
    answer = () => saved({ body: 'Theirs', title: 'Rolls', versions: { x: { body: 'For X' } } }, 3)
    draft.takeTheirs()
    await vi.advanceTimersByTimeAsync(150)
    expect(draft.post).toMatchObject({ body: 'Theirs', versions: { x: { body: 'For X' } } })
    expect(sent.at(-1)).toMatchObject({ versions: { x: { body: 'For X' } }, revision: 2 })
    expect(sent.at(-1)).not.toHaveProperty('body')
    expect(device.kept).toBeUndefined()
  })

  it('does not send what is too long, and loses nothing of it', async () => {
    answer = (change) => saved({ ...(change.body !== undefined && { body: change.body }) }, 2)
    const draft = open()
    const long = 'x'.repeat(50_000)
    type(draft, long)
    await vi.advanceTimersByTimeAsync(150)
    expect([sent, draft.view.state, device.kept?.body?.value]).toEqual([[], 'too_long', long])
    type(draft, 'short')
    await vi.advanceTimersByTimeAsync(150)
    expect([sent.length, draft.view.state]).toEqual([1, 'saved'])
  })

  it('does not let a description that is too long hold up the text', async () => {
    answer = (change) => saved({ ...(change.body !== undefined && { body: change.body }) }, 2)
    const draft = open()
    draft.edit({ media: [{ assetId: 'one', alt: 'x'.repeat(5001) }] }, { label: 'Description' })
    type(draft, 'short')
    await vi.advanceTimersByTimeAsync(150)
    expect(sent).toEqual([expect.objectContaining({ body: 'short' })])
    expect(sent[0]).not.toHaveProperty('media')
    expect(draft.view.state).toBe('too_long')
  })

  it('sends ten long texts in several requests', async () => {
    let known = start
    answer = ({ versions = {} }) => {
      known = {
        ...known,
        revision: known.revision + 1,
        versions: { ...known.versions, ...(versions as Post['versions']) },
      }
      return known
    }
    const draft = open()
    const networks = ['x', 'bluesky', 'threads', 'linkedin', 'facebook', 'mastodon'] as const
    for (const network of networks)
      draft.edit({ [`${network}.body`]: 'y'.repeat(19_000) }, { label: 'Own version' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(sent.length).toBeGreaterThan(1)
    expect(draft.view.state).toBe('saved')
    for (const change of sent) expect(JSON.stringify(change).length).toBeLessThan(120_000)
    expect(Object.keys(known.versions)).toHaveLength(networks.length)
  })

  it('undoes and redoes across fields; typing is one step', () => {
    const draft = open()
    type(draft, 'Fresh bread. A')
    type(draft, 'Fresh bread. A b')
    draft.edit({ networks: ['x'] }, { label: 'Bluesky removed' })
    expect(draft.undo()).toBe('Bluesky removed')
    expect(draft.post.networks).toEqual(['x', 'bluesky'])
    draft.undo()
    expect(draft.post.body).toBe('Fresh bread.')
    expect(draft.view.canUndo).toBe(false)
    draft.redo()
    draft.redo()
    expect(draft.post).toMatchObject({ body: 'Fresh bread. A b', networks: ['x'] })
  })

  it('does not take back what was changed elsewhere since', async () => {
    answer = () => saved({ networks: ['x'] }, 2)
    const draft = open()
    draft.edit({ networks: ['x'] }, { label: 'Bluesky removed' })
    await vi.advanceTimersByTimeAsync(150)
    draft.hear(saved({ networks: ['x', 'threads'] }, 3))
    draft.undo()
    expect(draft.post.networks).toEqual(['x', 'threads'])
  })

  it('leaves the spaces of a title that is being typed', async () => {
    answer = () => saved({ title: 'Our' }, 2)
    const draft = open()
    draft.edit({ title: 'Our ' }, { label: 'Typing', typing: true })
    await vi.advanceTimersByTimeAsync(150)
    expect(sent[0]?.title).toBe('Our')
    expect(draft.post.title).toBe('Our ')
  })
})
