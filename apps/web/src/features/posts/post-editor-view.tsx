import type { Post } from '@rheos/contract'
import { useMemo, useState } from 'react'
import { PausePanel } from '../credits/pause-panel.tsx'
import { UploadArea } from '../library/upload-area.tsx'
import { UploadTray } from '../library/upload-tray.tsx'
import { useUploads } from '../library/use-uploads.ts'
import { PostWay } from '../publishing/post-way.tsx'
import { networkFacts } from '../writing/networks.ts'
import type { Text } from '../writing/use-text.ts'
import { WriteFromIdea } from '../writing/write-from-idea.tsx'
import { WriteVersions } from '../writing/write-versions.tsx'
import { AddMedia, attach } from './add-media.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { DraftText } from './draft-text.tsx'
import { EditorBar } from './editor-bar.tsx'
import { HashtagRow } from './hashtag-row.tsx'
import { MediaStrip } from './media-strip.tsx'
import { NetworkTabs, type OpenTab } from './network-tabs.tsx'
import { NetworkText } from './network-text.tsx'
import type { DraftView, PostDraft } from './post-draft.ts'
import type { FieldEdit } from './post-fields.ts'
import { PostPanels } from './post-panels.tsx'
import { type RewriteWish, RewriteWishesProvider } from './rewrite-wish.ts'
import { TextCount } from './text-count.tsx'
import { TitleField } from './title-field.tsx'
import { useEditorKeys } from './use-editor-keys.ts'
import { useField, useOfDraft, usePostDraft } from './use-post-draft.ts'
import { useResting } from './use-resting.ts'

export interface PostEditorViewProps {
  readonly post: Post
  readonly writing: Text
  readonly onDelete: (post: Post) => void
}

/** A post under one's hands: a text for all networks, versions for some, pictures, and its history. */
export function PostEditorView({ post, writing, onDelete }: PostEditorViewProps) {
  const draft = usePostDraft(post)
  const [tab, setTab] = useState<OpenTab>('all')
  const state = useField(draft, 'state')
  const networks = useField(draft, 'networks')
  // The network whose tab is open can be taken away elsewhere.
  const open = tab === 'all' || networks.includes(tab) ? tab : 'all'
  const network = open === 'all' ? undefined : open
  const uploads = useUploads()
  const [wish, setWish] = useState<RewriteWish>()
  const wishes = useMemo(() => ({ wish, take: () => setWish(undefined) }), [wish])
  useEditorKeys(draft)

  /** What is scheduled is what was typed, saved first; how it stands the server knows. */
  async function current(): Promise<Post> {
    await draft.flush()
    return { ...draft.post, state: post.state, schedule: post.schedule }
  }

  function rewrite(next: RewriteWish): void {
    // A network that follows the common text has it rewritten where it is written.
    if (next.name === 'body') setTab('all')
    setWish(next)
  }

  async function upload(files: readonly File[]): Promise<void> {
    const { brandId } = draft.post
    attach(
      draft,
      network,
      await uploads.add(files, brandId === null ? {} : { brandIds: [brandId] }),
    )
  }

  return (
    <RewriteWishesProvider value={wishes}>
      {state === 'idea' && <PausePanel />}
      {isOnItsWay(post) && <PostWay post={post} current={current} />}
      <EditorBar
        draft={draft}
        network={network}
        onDelete={onDelete}
        {...(!isOnItsWay(post) && state === 'draft' && { toSchedule: current })}
      />
      <ConflictNotice draft={draft} />
      <UploadTray uploads={uploads} />
      <UploadArea onFiles={(files) => void upload(files.map(({ file }) => file))}>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-8">
          <div className="rounded-xl border border-line bg-surface px-5 py-6 transition-colors has-[textarea:focus-visible]:border-accent sm:px-8 sm:py-7">
            <TitleField draft={draft} />
            <NetworkTabs draft={draft} open={open} onOpen={setTab}>
              {network === undefined ? (
                <CommonText draft={draft} isIdea={state === 'idea'} />
              ) : (
                <NetworkText
                  key={`text-${network}`}
                  draft={draft}
                  network={network}
                  onLeave={() => setTab('all')}
                />
              )}
              <HashtagRow key={`tags-${open}`} draft={draft} network={network} />
              <MediaStrip draft={draft} network={network} />
              <AddMedia draft={draft} network={network} onFiles={(files) => void upload(files)} />
            </NetworkTabs>
            {state === 'idea' && <IdeaActions draft={draft} writing={writing} />}
          </div>
          <PostPanels draft={draft} network={network} onRewrite={rewrite} />
        </div>
      </UploadArea>
    </RewriteWishesProvider>
  )
}

function isOnItsWay({ state }: Post): boolean {
  return state !== 'idea' && state !== 'draft'
}

function CommonText({ draft, isIdea }: { readonly draft: PostDraft; readonly isIdea: boolean }) {
  return (
    <>
      <DraftText
        draft={draft}
        name="body"
        network={undefined}
        label="Text"
        placeholder={isIdea ? 'What the idea is' : 'Write your post'}
      />
      <TextCount draft={draft} network={undefined} />
      {!isIdea && <Versions draft={draft} />}
    </>
  )
}

/** Has each network's own text written from the common one. */
function Versions({ draft }: { readonly draft: PostDraft }) {
  const networks = useField(draft, 'networks')
  const text = useResting(draft, readBody)
  if (networks.length === 0) return null
  return (
    <div className="mt-3">
      <WriteVersions
        text={text}
        networks={networks}
        brandId={draft.post.brandId}
        onVersion={(network, written) => {
          draft.edit(
            { [`${network}.body`]: written, [`${network}.thread`]: undefined } as FieldEdit,
            {
              label: `${networkFacts[network].label} written`,
            },
          )
          draft.markRewritten()
        }}
      />
    </div>
  )
}

const readBody = ({ post }: DraftView): string => post.body

interface IdeaActionsProps {
  readonly draft: PostDraft
  readonly writing: Text
}

/** The ways on from an idea. */
function IdeaActions({ draft, writing }: IdeaActionsProps) {
  const post = useOfDraft(draft, (view) => view.post)
  return (
    <div className="mt-6 flex flex-wrap items-start gap-2 border-t border-line pt-5">
      <WriteFromIdea
        post={post}
        writing={writing}
        onPost={() => draft.edit({ state: 'draft' }, { label: 'Made a draft' })}
      />
    </div>
  )
}
