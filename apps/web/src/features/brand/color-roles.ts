import type { BrandColors } from '@rheos/contract'

export type ColorRole = keyof BrandColors

export const colorRoles: readonly { readonly role: ColorRole; readonly label: string }[] = [
  { role: 'primary', label: 'Primary' },
  { role: 'secondary', label: 'Secondary' },
  { role: 'accent', label: 'Accent' },
  { role: 'background', label: 'Background' },
  { role: 'text', label: 'Text' },
]
