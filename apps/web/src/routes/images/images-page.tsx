import { useNavigate, useSearch } from '@tanstack/react-router'
import { useAbout } from '../../api/account.ts'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { PausePanel } from '../../features/credits/pause-panel.tsx'
import { Studio } from '../../features/images/studio.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function ImagesPage() {
  const { prompt, generation: shownId } = useSearch({ from: '/studio/images' })
  const navigate = useNavigate({ from: '/images' })
  const { brand } = useCurrentBrand()
  const about = useAbout().data
  return (
    <>
      <PageHeader
        title="Image studio"
        description={
          about?.models.imagesBuiltIn === true
            ? 'Drawn by the built-in designer. Add a key for AI models to have pictures painted.'
            : 'Say what it should show; the brand’s style comes with it.'
        }
      />
      <PausePanel />
      <Studio
        brand={brand}
        prompt={prompt}
        shownId={shownId}
        // The newest is first, unless a notice led to another.
        onAsked={() => {
          if (shownId === undefined && prompt === undefined) return
          void navigate({ search: {}, replace: true, resetScroll: false })
        }}
      />
    </>
  )
}
