import {
  type StandIn,
  type StandInPost,
  startStandIn,
} from '../../../src/networks/testing/stand-in.ts'

export interface NoticeboardStandIn extends StandIn {
  readonly token: string
  /** The owner takes the token back. */
  revoke(): void
}

interface Note {
  readonly text: string
  readonly mark: string
  readonly pictures: readonly string[]
  readonly answers?: string
}

/** A board on loopback: it keeps notes, and makes another of each call, as the real one would. */
export async function startNoticeboardStandIn(): Promise<NoticeboardStandIn> {
  const notes: (StandInPost & { readonly mark: string })[] = []
  const pictures: StandInPost['media'][number][] = []
  const state = { token: 'a-token-of-the-board' as string | undefined }
  const token = 'a-token-of-the-board'
  const standIn = await startStandIn({
    posts: () => notes,
    commits: (method, path) => method === 'POST' && path === '/notes',
    routes: (app, { url }) => {
      const shown = ({ id, mark }: { readonly id: string; readonly mark: string }) => ({
        id,
        mark,
        url: `${url()}/notes/${id}`,
      })
      app.use('*', async (c, next) => {
        const given = c.req.header('authorization')
        return given === `Bearer ${state.token}` ? next() : c.json({ error: 'who is it' }, 401)
      })
      app.get('/board', (c) => c.json({ id: 'board-1', name: 'Market square' }))
      app.post('/pictures', async (c) => {
        const { mediaType, alt } = await c.req.json<StandInPost['media'][number]>()
        return c.json({ id: String(pictures.push({ mediaType, alt }) - 1) }, 201)
      })
      app.post('/notes', async (c) => {
        const note = await c.req.json<Note>()
        if (note.text.length > 500) return c.json({ error: 'it is longer than the paper' }, 422)
        const made = {
          id: String(notes.length + 1),
          account: 'board-1',
          text: note.text,
          mark: note.mark,
          replyTo: note.answers,
          media: note.pictures.flatMap((id) => pictures[Number(id)] ?? []),
        }
        notes.push(made)
        return c.json(shown(made), 201)
      })
      app.get('/notes', (c) =>
        c.json(notes.filter(({ mark }) => mark === c.req.query('mark')).map(shown)),
      )
    },
  })
  return Object.assign(standIn, {
    token,
    revoke: () => {
      state.token = undefined
    },
  })
}
