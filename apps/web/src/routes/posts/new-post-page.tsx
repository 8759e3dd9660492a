import type { Post } from '@rheos/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useMe, useWorkspace } from '../../api/account.ts'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { PausePanel } from '../../features/credits/pause-panel.tsx'
import { IdeasPanel } from '../../features/ideas/ideas-panel.tsx'
import type { IdeaPlace, OwnBrief } from '../../features/ideas/kept-ideas.ts'
import { StartActions } from '../../features/ideas/start-actions.tsx'
import { StartForm } from '../../features/ideas/start-form.tsx'
import { useKeptTable } from '../../features/ideas/use-idea-table.ts'
import { useIdeas } from '../../features/ideas/use-ideas.ts'
import { PostBar } from '../../features/posts/post-bar.tsx'
import { type Brief, emptyBrief, textRequestOf } from '../../features/writing/brief.ts'
import { isIntent } from '../../features/writing/networks.ts'
import { TextStream } from '../../features/writing/text-stream.tsx'
import { type TextRequest, useText } from '../../features/writing/use-text.ts'
import { WriterNote } from '../../features/writing/writer-note.tsx'
import { bringIntoView } from '../../ui/bring-into-view.ts'
import { PageHeader } from '../../ui/page-header.tsx'

export function NewPostPage() {
  const search = useSearch({ from: '/studio/posts/new' })
  const navigate = useNavigate()
  const [came] = useState(search)
  const [typed, setTyped] = useState<Partial<Brief>>({})
  const place = useIdeaPlace(typed)
  const start = came.direction || came.intent ? JSON.stringify(came) : ''
  const ideas = useIdeas(place, start)
  const brief: Brief = { ...(ideas.brief ?? askedBy(came)), brandId: place?.brandId, ...typed }
  const { brandId, ...own } = brief
  useKeptTable(place, { start: ideas.start, brief: own, table: ideas.table })
  const written = useRef<string>(undefined)
  const writing = useText((post) => {
    if (written.current !== undefined) ideas.markKept([[written.current, post.id]])
    // Whoever goes back before the editor is there finds the ideas, not the end of the writing.
    void openPost(post).finally(() => writing.clear())
  })
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (ideas.running) bringIntoView(panel.current)
  }, [ideas.running])

  function openPost(post: Post): Promise<void> {
    return navigate({ to: '/posts/$postId', params: { postId: post.id } })
  }

  function write(request: TextRequest, pressId: string): Promise<void> {
    written.current = request.idea?.title
    return writing.start(request, pressId)
  }

  const isWriting = writing.request !== undefined
  return (
    <>
      {isWriting ? <PostBar title="Draft" /> : <NewPostHeader />}
      <PausePanel />
      {isWriting && <TextStream writing={writing} />}
      {/* Kept while a text is written, so that the ideas are still there when one comes back. */}
      <div
        hidden={isWriting}
        className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-12"
      >
        <section aria-label="What to write">
          <StartForm brief={brief} onChange={(change) => setTyped({ ...typed, ...change })} />
          <StartActions
            brief={brief}
            ideas={ideas}
            onWrite={write}
            onByHand={(post) => void openPost(post)}
          />
        </section>
        <div ref={panel} className="min-w-0 scroll-mt-20">
          <IdeasPanel
            ideas={ideas}
            brief={brief}
            onWrite={(idea, { quote, pressId }) =>
              write(textRequestOf('post', { ...brief, direction: '' }, quote, idea), pressId)
            }
            onStartOver={() => {
              ideas.clear()
              setTyped({ ...typed, ...blank })
            }}
          />
        </div>
      </div>
    </>
  )
}

function NewPostHeader() {
  return (
    <PageHeader
      title="New post"
      description={<WriterNote />}
      back={
        <Link to="/posts" className="hit-area hover:text-ink">
          ← Posts
        </Link>
      }
    />
  )
}

const { brandId: _, ...blank } = emptyBrief

interface Came {
  readonly direction?: string
  readonly intent?: string
}

/** What led here may have said what to write. */
function askedBy({ direction = '', intent }: Came): OwnBrief {
  return { ...blank, direction, intents: isIntent(intent) ? [intent] : [] }
}

/** Until another is chosen here, of the brand of the dashboard. */
function useIdeaPlace(typed: Partial<Brief>): IdeaPlace | undefined {
  const { brand, state } = useCurrentBrand()
  const { id: workspaceId } = useWorkspace()
  const userId = useMe().data?.user.id
  if (userId === undefined || state === 'loading') return undefined
  return { userId, workspaceId, brandId: 'brandId' in typed ? typed.brandId : brand?.id }
}
