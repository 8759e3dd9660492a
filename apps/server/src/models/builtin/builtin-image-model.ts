import type { BrandBrief } from '../brand-brief.ts'
import type { DrawnImage, ImageModel, ImageRequest, PromptCheck } from '../image-model.ts'
import { messageIn, withoutEmoji } from './drawing/message.ts'
import { paint } from './drawing/paint.ts'
import { paletteFor } from './drawing/palette.ts'
import type { Composition, Scene } from './drawing/scene.ts'
import { layoutFor } from './layouts/layout-for.ts'
import { createRandom } from './random.ts'
import { facesFor } from './typesetting/brand-typeface.ts'
import { TypeLibrary } from './typesetting/type-library.ts'

const provider = 'builtin'
const model = 'compositions-1'

/** Draws type, pattern and colour in the brand's look. Needs no network and no model. */
export function createBuiltinImageModel(): ImageModel {
  const library = new TypeLibrary()
  return {
    provider,
    builtIn: true,
    checkPrompt: ({ prompt }) => checkPrompt(library, prompt),
    async draw(request, { signal }) {
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
    },
  }
}

export function compose(scene: Scene, seed: number): Composition {
  return layoutFor(scene, seed).compose(scene)
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
