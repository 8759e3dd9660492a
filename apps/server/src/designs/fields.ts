import { type DesignField, designBodyMax, designLineMax, designTitleMax } from '@rheos/contract'

type Name = DesignField['name']

const maxima: Readonly<Record<Name, number>> = {
  label: designLineMax,
  title: designTitleMax,
  body: designBodyMax,
  second: designBodyMax,
  note: designLineMax,
}

/** A field of a layout, and what its place is for. */
export function field(name: Name, label: string, example: string): DesignField {
  return { name, label, example, max: maxima[name], isLong: maxima[name] > designLineMax }
}
