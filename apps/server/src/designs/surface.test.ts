import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contrast } from '../drawing/color.ts'
import { designColorsOf } from './design-palettes.ts'
import { readable } from './surface.ts'

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)
const colors = fc.record(
  { primary: hex, secondary: hex, accent: hex, background: hex, text: hex },
  { requiredKeys: [] },
)

it('can be read in every palette of every brand: 4.5 to 1 on the ground and on its whisper', () => {
  fc.assert(
    fc.property(colors, fc.string({ maxLength: 12 }), (given, name) => {
      for (const { base, panel } of designColorsOf({ name, colors: given }))
        for (const { ground, whisper, text, quiet, accent } of [base, panel])
          for (const color of [text, quiet, accent])
            for (const behind of [ground, whisper])
              expect(contrast(color, behind)).toBeGreaterThanOrEqual(readable)
    }),
    { numRuns: 400 },
  )
})

it('has another ground beside the first in every palette', () => {
  fc.assert(
    fc.property(colors, (given) => {
      for (const { base, panel } of designColorsOf({ name: 'A', colors: given }))
        expect(panel.ground).not.toBe(base.ground)
    }),
  )
})
