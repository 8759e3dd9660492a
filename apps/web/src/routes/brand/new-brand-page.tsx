import { Link } from '@tanstack/react-router'
import { NewBrand } from '../../features/brand/new-brand.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function NewBrandPage() {
  return (
    <>
      <PageHeader
        title="New brand"
        description="A brand knows how it sounds and looks. Everything written and drawn here begins with it."
        back={
          <Link to="/brand" className="hit-area hover:text-ink">
            ← Brand
          </Link>
        }
      />
      <NewBrand />
    </>
  )
}
