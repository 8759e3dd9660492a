import type { BrandCheck, BrandCheckPart } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { useWorkspace } from '../../api/account.ts'
import { chooseBrand } from '../../api/current-brand.ts'
import type { BrandSectionId } from '../brand/brand-sections.ts'

const sections: Readonly<Record<BrandCheckPart, BrandSectionId>> = {
  tone: 'voice',
  themes: 'themes',
  audience: 'audiences',
  language: 'basics',
  words: 'voice',
}

export interface AddToBrandProps {
  readonly brandId: string
  readonly unknown: BrandCheck['unknown']
}

/** The way to the first thing that the brand does not say yet, for those who may change it. */
export function AddToBrand({ brandId, unknown: [first] }: AddToBrandProps) {
  const { role } = useWorkspace()
  if (role === 'member' || first === undefined) return null
  return (
    <Link
      to="/brand"
      hash={sections[first]}
      className="hit-area whitespace-nowrap font-medium text-accent-ink underline-offset-2 hover:underline"
      onClick={() => chooseBrand(brandId)}
    >
      Add to the brand
    </Link>
  )
}
