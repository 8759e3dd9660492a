import type { Hex } from '../../../drawing/color.ts'
import { type Box, type SetText, setText } from '../../../typesetting/set-text.ts'
import type { Composition, Lettering, Scene } from './scene.ts'

interface Signature {
  readonly lettering: readonly Lettering[]
  readonly logo: Composition['logo']
}

/** Who says it: the logo, or the name set small. Lies at the left, clear of the lower right corner. */
export function signature(
  scene: Scene,
  place: {
    readonly box: Box
    readonly color: Hex
    readonly behind: Hex
    readonly align?: 'left' | 'center'
  },
): Signature {
  const { box, color, behind, align = 'left' } = place
  if (scene.hasLogo) return { lettering: [], logo: { box: { ...box, align }, behind } }
  const set = nameSet(scene, box, align)
  return { lettering: set ? [{ set, color }] : [], logo: undefined }
}

function nameSet(scene: Scene, box: Box, align: 'left' | 'center'): SetText | undefined {
  if (scene.name === undefined) return undefined
  return setText(scene.name, {
    face: scene.faces.label,
    box,
    sizeMax: scene.unit * 3.4,
    linesMax: 1,
    tracking: 0.01,
    align,
    valign: 'middle',
  })
}
