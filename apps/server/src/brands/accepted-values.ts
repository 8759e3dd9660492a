import type { BrandValues } from './brand-fields.ts'
import type { BrandRecord } from './brand-view.ts'
import { identityOf, isComposed } from './identity-of.ts'
import type { StoredFinding } from './import-result.ts'

/**
 * What a brand gets from the findings that were accepted. The identity document follows the accepted
 * fields as long as it is only composed of them: words of a person, or a document that was accepted
 * itself, stay.
 */
export function acceptedValues(
  brand: BrandRecord,
  accepted: readonly StoredFinding[],
  logoAssetId: string | undefined,
): BrandValues {
  const values: BrandValues = {
    ...Object.fromEntries(
      accepted
        .filter(({ field }) => field !== 'logo')
        .map(({ field, value }) => [field, value] as const),
    ),
    ...(logoAssetId !== undefined && { logoAssetId }),
  }
  const follows = brand.identity === '' || isComposed(brand)
  if (values.identity !== undefined || !follows) return values
  return { ...values, identity: identityOf({ ...brand, ...values }) }
}
