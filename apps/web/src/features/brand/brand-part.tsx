import type { Brand, BrandField } from '@rheos/contract'
import type { ReactNode } from 'react'
import { OriginMark } from './origin-mark.tsx'

export interface BrandPartProps {
  readonly label: string
  readonly brand: Brand
  /** The field whose origin is told; parts without one are always written by hand. */
  readonly field?: BrandField
  /** The id of the control that the label names; without it the label heads a group. */
  readonly controlId?: string
  readonly hint?: string
  readonly children: ReactNode
}

/** One part of a brand: its label, where its value came from, and the value to edit in place. */
export function BrandPart(props: BrandPartProps) {
  const { label, brand, field, controlId, hint, children } = props
  const groupLabelId = `part-${label.toLowerCase().replace(/\W+/g, '-')}`
  return (
    <div
      {...(controlId === undefined ? { role: 'group', 'aria-labelledby': groupLabelId } : {})}
      className="grid gap-2 border-t border-line py-5 first:border-t-0 md:grid-cols-[9rem_1fr] md:gap-6"
    >
      <div className="flex items-baseline gap-2 md:block md:pt-2">
        {controlId === undefined ? (
          <h3 id={groupLabelId} className="text-sm font-medium">
            {label}
          </h3>
        ) : (
          <label htmlFor={controlId} className="block text-sm font-medium">
            {label}
          </label>
        )}
        {field !== undefined && <OriginMark brand={brand} field={field} />}
      </div>
      <div className="min-w-0">
        {children}
        {hint !== undefined && <p className="mt-2 text-sm text-muted">{hint}</p>}
      </div>
    </div>
  )
}
