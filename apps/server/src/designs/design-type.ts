import type { Design } from '@rheos/contract'
import type { BrandBrief } from '../models/brand-brief.ts'
import { createRandom } from '../random.ts'
import { Refusal } from '../refusal.ts'
import { type Faces, facesFor } from '../typesetting/brand-typeface.ts'
import { clustersOf, isIgnorable } from '../typesetting/clusters.ts'
import type { ScriptFontLibrary, ScriptFonts } from '../typesetting/script-fonts.ts'
import { fontForCluster, type Typeface, type TypeLibrary } from '../typesetting/type-library.ts'

/** Letters of the families that set headlines; others come from a font of their own script. */
const western = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/gu

/** The faces of a design, completed by fonts for the scripts that its text is written in. */
export async function designFaces(
  from: { readonly types: TypeLibrary; readonly scripts: ScriptFontLibrary },
  wish: {
    readonly font: Design['font']
    readonly brand: Pick<BrandBrief, 'fonts' | 'language'> | undefined
    readonly text: string
  },
): Promise<Faces> {
  const faces = facesFor(from.types, {
    fonts: wish.font === 'brand' ? wish.brand?.fonts : { heading: wish.font },
    text: wish.text.replaceAll(western, ''),
    random: createRandom(1),
  })
  const all = [faces.display, faces.text, faces.label]
  const plain = /^[\n -~\u00a0-\u024f]*$/.test(wish.text)
  const scripts = plain
    ? undefined
    : await from.scripts.open(wish.text, {
        language: wish.brand?.language,
        weights: [...new Set(all.map(({ weight }) => weight))],
        has: (cluster) =>
          !cluster.includes('\ufe0f') && all.every((face) => fontForCluster(face, cluster)),
      })
  const complete = (face: Typeface) => completed(face, from.types, scripts)
  const completedFaces = {
    display: complete(faces.display),
    text: complete(faces.text),
    label: complete(faces.label),
  }
  refuseMissing(wish.text, Object.values(completedFaces))
  return completedFaces
}

/** A sign that the family lacks comes from a script's font, else from the family with the most signs. */
function completed(face: Typeface, types: TypeLibrary, scripts: ScriptFonts | undefined): Typeface {
  const widest = types.face('inter', face.weight >= 600 ? 700 : 500)
  return {
    ...face,
    scripts: {
      fontFor: (cluster, weight) =>
        scripts?.fontFor(cluster, weight) ?? fontForCluster(widest, cluster),
    },
  }
}

const shownMax = 6

function refuseMissing(text: string, faces: readonly Typeface[]): void {
  const missing = new Set(
    clustersOf(text).filter(
      (cluster) =>
        [...cluster].some((letter) => !isUnseen(letter)) &&
        faces.some((face) => !fontForCluster(face, cluster)),
    ),
  )
  if (missing.size === 0) return
  const shown = [...missing].slice(0, shownMax).join(' ')
  const more = missing.size > shownMax ? ' and others' : ''
  throw new Refusal(
    'script_not_supported',
    `None of the studio’s fonts has ${shown}${more}. Write it with other letters, or upload a picture of it.`,
  )
}

function isUnseen(letter: string): boolean {
  return /\s/.test(letter) || isIgnorable(letter.codePointAt(0) ?? 0)
}
