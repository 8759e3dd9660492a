import type { Post } from '@rheos/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { PausePanel } from '../../features/credits/pause-panel.tsx'
import { IdeasPanel } from '../../features/ideas/ideas-panel.tsx'
import { StartActions } from '../../features/ideas/start-actions.tsx'
import { StartForm } from '../../features/ideas/start-form.tsx'
import { useIdeas } from '../../features/ideas/use-ideas.ts'
import { PostBar } from '../../features/posts/post-bar.tsx'
import { type Brief, emptyBrief, textRequestOf } from '../../features/writing/brief.ts'
import { isIntent } from '../../features/writing/networks.ts'
import { TextStream } from '../../features/writing/text-stream.tsx'
import { useText } from '../../features/writing/use-text.ts'
import { WriterNote } from '../../features/writing/writer-note.tsx'
import { bringIntoView } from '../../ui/bring-into-view.ts'
import { PageHeader } from '../../ui/page-header.tsx'

export function NewPostPage() {
  const search = useSearch({ from: '/studio/posts/new' })
  const navigate = useNavigate()
  const { brand } = useCurrentBrand()
  const [typed, setTyped] = useState<Partial<Brief>>({
    direction: search.direction ?? '',
    intents: isIntent(search.intent) ? [search.intent] : [],
  })
  // Until another is chosen here, the brand of the dashboard.
  const brief: Brief = { ...emptyBrief, brandId: brand?.id, ...typed }
  const ideas = useIdeas()
  const writing = useText(openPost)
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (ideas.running) bringIntoView(panel.current)
  }, [ideas.running])

  function openPost(post: Post): void {
    void navigate({ to: '/posts/$postId', params: { postId: post.id } })
  }

  const isWriting = writing.request !== undefined
  return (
    <>
      {isWriting ? (
        <PostBar title="Draft" />
      ) : (
        <PageHeader
          title="New post"
          description={<WriterNote />}
          back={
            <Link to="/posts" className="hit-area hover:text-ink">
              ← Posts
            </Link>
          }
        />
      )}
      <PausePanel />
      {isWriting && <TextStream writing={writing} />}
      {/* Kept while a text is written, so that the ideas are still there when one comes back. */}
      <div
        hidden={isWriting}
        className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-12"
      >
        <section aria-label="What to write">
          <StartForm brief={brief} onChange={(change) => setTyped({ ...typed, ...change })} />
          <StartActions brief={brief} ideas={ideas} onWrite={writing.start} onByHand={openPost} />
        </section>
        <div ref={panel} className="min-w-0 scroll-mt-20">
          <IdeasPanel
            ideas={ideas}
            brief={brief}
            onWrite={(idea, { quote, pressId }) =>
              writing.start(
                textRequestOf('post', { ...brief, direction: '' }, quote, idea),
                pressId,
              )
            }
          />
        </div>
      </div>
    </>
  )
}
