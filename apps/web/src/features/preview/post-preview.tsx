import './preview.css'
import type { Asset, Network } from '@rheos/contract'
import { limits } from '@rheos/preflight'
import { useMemo } from 'react'
import { InstagramPost } from './instagram-post.tsx'
import { networkLooks } from './network-look.ts'
import { PinterestPin } from './pinterest-pin.tsx'
import { PreviewComment } from './preview-comment.tsx'
import {
  type PreviewContent,
  type PreviewedBrand,
  type PreviewedPost,
  previewContent,
} from './preview-content.ts'
import { TiktokVideo } from './tiktok-video.tsx'
import { TimelinePost } from './timeline-post.tsx'
import { WallPost } from './wall-post.tsx'
import { YoutubeVideo } from './youtube-video.tsx'

export interface PostPreviewProps {
  readonly network: Network
  readonly post: PreviewedPost
  /** The pictures that the post and its versions name. */
  readonly assets: readonly Asset[]
  readonly brand: PreviewedBrand
}

/** The post as people will see it on a network: a likeness, in which nothing leads anywhere. */
export function PostPreview({ network, post, assets, brand }: PostPreviewProps) {
  const content = useMemo(
    () => previewContent(network, post, assets, brand, networkLooks[network].handle),
    [network, post, assets, brand],
  )
  const isEmpty = content.parts.every((part) => part.trim() === '') && content.pictures.length === 0
  return (
    <section
      aria-label={`Preview on ${limits[network].name}`}
      data-preview={network}
      className="mx-auto w-full max-w-110 overflow-hidden contain-inline-size rounded-lg border border-(--preview-line) bg-(--preview-ground) text-sm text-(--preview-ink)"
    >
      {isEmpty && content.title === '' ? (
        <p className="px-4 py-10 text-center text-(--preview-muted)">
          What you write appears here as {limits[network].name} shows it.
        </p>
      ) : (
        <>
          <OnNetwork content={content} />
          {content.comment !== '' && <PreviewComment content={content} />}
        </>
      )}
    </section>
  )
}

function OnNetwork({ content }: { readonly content: PreviewContent }) {
  const { network } = content
  switch (network) {
    case 'linkedin':
    case 'facebook':
      return <WallPost content={content} network={network} />
    case 'instagram':
      return <InstagramPost content={content} />
    case 'pinterest':
      return <PinterestPin content={content} />
    case 'tiktok':
      return <TiktokVideo content={content} />
    case 'youtube':
      return <YoutubeVideo content={content} />
    default:
      return <TimelinePost content={content} network={network} />
  }
}
