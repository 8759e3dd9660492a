import type { Asset } from '@rheos/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { useDesign } from '../../api/designs.ts'
import { DesignPanel } from '../../features/designs/design-panel.tsx'
import { Trouble } from '../../features/trouble.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.ts'

export function DesignPage() {
  const { from } = useSearch({ from: '/studio/images/design' })
  const { brand, state } = useCurrentBrand()
  const design = useDesign(from)
  const navigate = useNavigate()

  function made(asset: Asset): void {
    toast({ title: 'Saved to the library', tone: 'success' })
    void navigate({ to: '/library', search: { asset: asset.id } })
  }

  const isReady = state !== 'loading' && (from === undefined || design.data !== undefined)
  return (
    <>
      <PageHeader
        title="Text design"
        description="Your words on the brand’s colours. Free: no model is asked."
        back={
          <Link to="/images" className="hover:text-ink">
            Image studio
          </Link>
        }
      />
      {design.isError ? (
        <Trouble
          error={design.error}
          onRetry={() => void design.refetch()}
          gone="This design is not here any more"
          way={<LinkButton to="/images/design">Begin a new one</LinkButton>}
        />
      ) : isReady ? (
        <DesignPanel
          brandId={design.data?.brandId ?? brand?.id}
          {...(design.data !== undefined && { design: design.data })}
          {...(from !== undefined && { parentId: from })}
          onMade={made}
        />
      ) : (
        <Skeleton className="h-96 w-full rounded-xl" />
      )}
    </>
  )
}
