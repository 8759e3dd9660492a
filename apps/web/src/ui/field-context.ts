import { createContext, useContext } from 'react'

export interface FieldControl {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

export const FieldContext = createContext<FieldControl>({})

/** What ties a control to the label, hint and error of the field around it; nothing without one. */
export function useFieldControl(): FieldControl {
  return useContext(FieldContext)
}
