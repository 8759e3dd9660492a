import type { Brand } from '@rheos/contract'
import { contrastRatio, readableOn } from './contrast.ts'

/** The brand's colours and typefaces together, as a post might carry them. */
export function BrandSpecimen({ brand }: { readonly brand: Brand }) {
  const { primary, accent, background, text } = brand.colors
  if (primary === undefined && background === undefined) return null
  const ground = background ?? '#ffffff'
  const body = text ?? readableOn(ground)
  return (
    <div
      aria-hidden="true"
      className="overflow-hidden rounded-xl border border-line px-6 py-8 sm:px-10 sm:py-12"
      style={{ backgroundColor: ground, color: body }}
    >
      <p
        dir="auto"
        className="max-w-prose text-3xl font-semibold text-balance"
        style={{
          // A headline in a colour that cannot be read would be no specimen of anything.
          color: primary !== undefined && contrastRatio(primary, ground) >= 3 ? primary : body,
          fontFamily: `"${brand.fonts.heading ?? ''}", var(--font-sans)`,
        }}
      >
        {brand.name}
      </p>
      <p
        dir="auto"
        className="mt-3 line-clamp-3 max-w-prose text-lg"
        style={{ fontFamily: `"${brand.fonts.body ?? ''}", var(--font-sans)` }}
      >
        {brand.description}
      </p>
      {accent !== undefined && (
        <span className="mt-6 block h-1.5 w-16 rounded-full" style={{ backgroundColor: accent }} />
      )}
    </div>
  )
}
