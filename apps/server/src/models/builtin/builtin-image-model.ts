import { paletteFor } from '../../drawing/palette.ts'
import { createRandom } from '../../random.ts'
import { facesFor } from '../../typesetting/brand-typeface.ts'
import { TypeLibrary } from '../../typesetting/type-library.ts'
import type { BrandBrief } from '../brand-brief.ts'
import type {
  DrawnImage,
  ImageModel,
  ImageRequest,
  PromptCheck,
  WordsToCheck,
} from '../image-model.ts'
import { builtinEditing, textsIn, whyNoBackdrop, whyNotEdited } from './builtin-editing.ts'
import { messageIn, withoutEmoji } from './drawing/message.ts'
import { paint } from './drawing/paint.ts'
import type { Composition, Scene } from './drawing/scene.ts'
import { layoutFor } from './layouts/layout-for.ts'

const provider = 'builtin'
const model = 'compositions-1'

/** Draws type, pattern and colour in the brand's look. Needs no network and no model. */
export function createBuiltinImageModel(): ImageModel {
  const library = new TypeLibrary()
  const draw = drawing(library)
  return {
    provider,
    builtIn: true,
    check: (words) => check(library, words),
    draw,
    ...builtinEditing(library, draw),
  }
}

function drawing(library: TypeLibrary): ImageModel['draw'] {
  return async (request, { signal }) => {
    signal.throwIfAborted()
    const scene = sceneOf(library, request)
    const composition = compose(scene, request.seed)
    const painted = await paint(
      composition,
      scene,
      request.withLogo ? request.brand?.logo : undefined,
    )
    signal.throwIfAborted()
    const { width, height } = request
    return { ...painted, width, height, provider, model, alt: altOf(composition, scene, request) }
  }
}

export function compose(scene: Scene, seed: number): Composition {
  return layoutFor(scene, seed).compose(scene)
}

function check(library: TypeLibrary, words: WordsToCheck): PromptCheck {
  const { action, prompt } = words
  if (action === 'generate') return checkPrompt(library, prompt)
  if (action === 'background') return possible(whyNoBackdrop(words))
  if (action !== 'edit') return { ok: true }
  const unset = textsIn(prompt).map((text) => checkPrompt(library, text))
  return unset.find(({ ok }) => !ok) ?? possible(whyNotEdited(words))
}

function possible(why: string | undefined): PromptCheck {
  return why === undefined ? { ok: true } : { ok: false, code: 'edit_not_possible', detail: why }
}

function checkPrompt(library: TypeLibrary, prompt: string): PromptCheck {
  const text = withoutEmoji(prompt)
  if (!/[\p{L}\p{N}]/u.test(text)) return refused('Say in words what the image should show.')
  if (library.canDraw(drawable(text))) return { ok: true }
  return refused(
    'The built-in image maker cannot draw this script yet. Write the prompt in Latin, Greek or Cyrillic letters, or ask whoever runs this studio to add a key for AI models.',
  )
}

function refused(detail: string): PromptCheck {
  return { ok: false, code: 'script_not_supported', detail }
}

/** Stray signs are left out of a drawing; letters and marks of a script never are. */
function drawable(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

export function sceneOf(library: TypeLibrary, request: ImageRequest): Scene {
  const { width, height, brand } = request
  const random = createRandom(request.seed)
  const message = messageIn(request.prompt)
  const name = nameOf(library, brand)
  const text = drawable(`${message.headline}${message.support ?? ''}${name ?? ''}`)
  return {
    width,
    height,
    unit: Math.min(width, height) / 100,
    isWide: width > height * 1.2,
    random,
    palette: paletteFor(brand?.colors, random),
    faces: facesFor(library, { fonts: brand?.fonts, text, random }),
    message,
    name,
    hasLogo: request.withLogo && brand?.logo !== undefined,
  }
}

function nameOf(library: TypeLibrary, brand: BrandBrief | undefined): string | undefined {
  const name = brand && withoutEmoji(brand.name)
  return name && name.length <= 60 && library.canDraw(drawable(name)) ? name : undefined
}

function altOf(
  composition: Composition,
  { message }: Scene,
  request: ImageRequest,
): DrawnImage['alt'] {
  const said = message.support
    ? `“${message.headline}” and, smaller, “${message.support}”`
    : `“${message.headline}”`
  const by = request.brand ? ` in the look of ${request.brand.name}` : ''
  return `Graphic${by} with the words ${said} ${composition.seen}.`
}
