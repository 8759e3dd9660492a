import type { DesignAspect } from '@rheos/contract'

export const designSizes: Readonly<
  Record<DesignAspect, { readonly label: string; readonly width: number; readonly height: number }>
> = {
  square: { label: 'Square', width: 1080, height: 1080 },
  portrait: { label: 'Portrait', width: 1080, height: 1350 },
  landscape: { label: 'Landscape', width: 1200, height: 675 },
  story: { label: 'Story', width: 1080, height: 1920 },
  pin: { label: 'Pin', width: 1000, height: 1500 },
}
