import type { Network, Post } from '@rheos/contract'
import { Eye } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useBrands } from '../../api/brands.ts'
import { quoteOf, usePrices } from '../../api/credits.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { toast } from '../../ui/toast.ts'
import { priceText } from '../credits/credits-text.ts'
import { networkFacts } from '../writing/networks.ts'
import { type OpenChecks, OpenChecksMark, useOpenChecks } from './open-checks.tsx'
import { PostChecks } from './post-checks.tsx'
import type { DraftView, PostDraft } from './post-draft.ts'
import type { FieldEdit } from './post-fields.ts'
import type { RewriteWish } from './rewrite-wish.ts'
import { usePostAssets } from './use-post-assets.ts'
import { useResting } from './use-resting.ts'
import { useWide } from './use-wide.ts'

const PostPreview = lazy(async () => ({
  default: (await import('../preview/post-preview.tsx')).PostPreview,
}))
const BrandCheckPanel = lazy(async () => ({
  default: (await import('../brand-check/brand-check-panel.tsx')).BrandCheckPanel,
}))

export interface PostPanelsProps {
  readonly draft: PostDraft
  /** Of the open tab; without one all of the post are looked at. */
  readonly network: Network | undefined
  /** A text is to be rewritten, where it is written. */
  readonly onRewrite: (wish: RewriteWish) => void
}

/** How the post looks and what is wrong with it: beside the sheet, or over it on a small screen. */
export function PostPanels(props: PostPanelsProps) {
  const { draft, network } = props
  const wide = useWide()
  const [open, setOpen] = useState(false)
  const [panel, setPanel] = useState<Panel>('preview')
  const post = useResting(draft, readPost)
  const shown = useMemo(
    () => (network === undefined ? post.networks : [network]),
    [network, post.networks],
  )
  const panels = {
    ...props,
    post,
    shown,
    checks: useOpenChecks(post, shown),
    panel,
    onPanel: setPanel,
  }
  if (wide) {
    return (
      <aside
        aria-label="Preview and checks"
        className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto"
      >
        <Panels {...panels} />
      </aside>
    )
  }
  return (
    <>
      <Button icon={<Eye size={16} aria-hidden="true" />} onClick={() => setOpen(true)}>
        Preview and checks
        <OpenChecksMark checks={panels.checks} />
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Preview and checks" width="wide">
        <Panels
          {...panels}
          onRewrite={(wish) => {
            setOpen(false)
            props.onRewrite(wish)
          }}
        />
      </Dialog>
    </>
  )
}

type Panel = 'preview' | 'checks' | 'brand'

interface PanelsProps extends PostPanelsProps {
  readonly post: Post
  readonly shown: readonly Network[]
  readonly checks: OpenChecks
  readonly panel: Panel
  readonly onPanel: (panel: Panel) => void
}

function Panels(props: PanelsProps) {
  const { draft, network, post, shown, checks, panel, onPanel, onRewrite } = props
  if (shown.length === 0) {
    return (
      <p className="rounded-xl border border-dashed border-line p-6 text-center text-sm text-muted">
        Add a network to see how the post will look there and whether it fits.
      </p>
    )
  }
  return (
    <Tabs<Panel>
      label="Preview and checks"
      value={panel}
      onChange={onPanel}
      panelClass="pt-4"
      tabs={[
        { value: 'preview', label: 'Preview' },
        { value: 'checks', label: 'Checks', mark: <OpenChecksMark checks={checks} /> },
        ...(post.brandId === null ? [] : [{ value: 'brand', label: 'Brand' } as const]),
      ]}
    >
      <Suspense fallback={<Skeleton className="h-64 w-full" />}>
        {panel === 'preview' ? (
          <Preview post={post} networks={shown} />
        ) : panel === 'checks' ? (
          <PostChecks draft={draft} post={post} networks={shown} />
        ) : (
          <BrandCheck draft={draft} post={post} network={network} onRewrite={onRewrite} />
        )}
      </Suspense>
    </Tabs>
  )
}

const readPost = ({ post }: DraftView): Post => post

interface PreviewProps {
  readonly post: Post
  readonly networks: readonly Network[]
}

function Preview({ post, networks }: PreviewProps) {
  const assets = usePostAssets(post)
  const brands = useBrands().data ?? []
  const brand = brands.find(({ id }) => id === post.brandId) ?? null
  const [chosen, setChosen] = useState<Network>()
  const network =
    chosen !== undefined && networks.includes(chosen) ? chosen : (networks[0] ?? 'linkedin')
  return (
    <div className="space-y-3">
      {networks.length > 1 && (
        <Select
          label="Preview on"
          value={network}
          options={networks.map((value) => ({ value, label: networkFacts[value].label }))}
          onChange={setChosen}
        />
      )}
      <PostPreview network={network} post={post} assets={assets} brand={brand} />
    </div>
  )
}

interface BrandCheckProps extends PostPanelsProps {
  readonly post: Post
}

/** Whether the text of the open tab fits its brand. */
function BrandCheck({ draft, post, network, onRewrite }: BrandCheckProps) {
  const prices = usePrices().data
  const quote = prices && quoteOf(prices, 'text.rewrite')
  const isOwn = network !== undefined && post.versions[network]?.body !== undefined
  const name = isOwn ? (`${network}.body` as const) : 'body'
  if (post.brandId === null) return null
  return (
    <BrandCheckPanel
      brandId={post.brandId}
      text={(isOwn ? post.versions[network]?.body : undefined) ?? post.body}
      {...(network !== undefined && { network })}
      onFix={({ text, label }) => {
        draft.edit({ [name]: text } as FieldEdit, { label })
        toast({
          title: label,
          action: { label: 'Undo', onPress: () => draft.undo() },
          id: 'mended',
        })
      }}
      {...(quote !== undefined && {
        rewritePrice: priceText(quote.credits),
        onRewrite: (rewrite) => onRewrite({ ...rewrite, name, quote }),
      })}
    />
  )
}
