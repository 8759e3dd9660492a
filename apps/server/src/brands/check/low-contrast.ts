import type { BrandFinding } from '@rheos/contract'
import { wcagContrast } from 'culori'
import type { Checked } from './checked.ts'

/** WCAG AA: text at reading size, and large text. */
const ratioMin = { text: 4.5, large: 3 } as const

/** Colours that cannot be read on each other. */
export function lowContrast({ colors, brand }: Checked): BrandFinding[] {
  return colors.flatMap(({ text, background, large = false }) => {
    const ratio = wcagContrast(text, background)
    const min = large ? ratioMin.large : ratioMin.text
    if (ratio >= min) return []
    const better = readableOn(background, Object.values(brand.colors), min)
    return [
      {
        code: 'low_contrast',
        severity: 'high',
        message: `${text} on ${background} is hard to read (${ratio.toFixed(1)} : 1): take ${better}.`,
        why: `Text needs a contrast of ${min} : 1 or more`,
        spans: [],
        fix: null,
        rewrite: null,
        points: 15,
      },
    ]
  })
}

/** A colour of the brand that reads on the ground, else black or white. */
function readableOn(background: string, own: readonly (string | undefined)[], min: number): string {
  const best = own
    .filter((color) => color !== undefined)
    .map((color) => ({ color, ratio: wcagContrast(color, background) }))
    .sort((one, other) => other.ratio - one.ratio)[0]
  if (best !== undefined && best.ratio >= min) return best.color
  return wcagContrast('#ffffff', background) >= wcagContrast('#000000', background)
    ? '#ffffff'
    : '#000000'
}
