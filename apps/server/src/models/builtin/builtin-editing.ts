import { paletteFor } from '../../drawing/palette.ts'
import { createRandom } from '../../random.ts'
import type { TypeLibrary } from '../../typesetting/type-library.ts'
import type { ChangedPicture, EditRequest, ImageModel, WordsToCheck } from '../image-model.ts'
import { ModelError } from '../model-error.ts'
import { messageIn } from './drawing/message.ts'
import type { Adjustment } from './editing/adjustment.ts'
import { editPicture, isTransparent, pixelsOf } from './editing/edit-picture.ts'
import { encodePixels } from './editing/encode-pixels.ts'
import { enlarge } from './editing/enlarge.ts'
import { type Backdrop, readBackdrop } from './editing/read-backdrop.ts'
import { readInstruction } from './editing/read-instruction.ts'
import { replaceBackground } from './editing/replace-background.ts'
import { separate } from './editing/separate.ts'

const provider = 'builtin'

/** What the built-in designer does with pictures that are there. Needs no network and no model. */
export function builtinEditing(
  library: TypeLibrary,
  draw: ImageModel['draw'],
): Pick<ImageModel, 'edit' | 'replaceBackground' | 'upscale'> {
  return {
    edit: async (request, { signal }) => {
      const { adjustments } = understood(request.instruction)
      const redrawn = await drawnAgain(request, adjustments, draw, signal)
      if (redrawn) return redrawn
      const edited = await editPicture(library, request, adjustments)
      signal.throwIfAborted()
      return { ...edited, provider, model: 'adjustments-1' }
    },
    replaceBackground: async (request, { signal }) => {
      const replaced = await withBackdrop(request)
      signal.throwIfAborted()
      return { ...replaced, provider, model: 'backdrops-1' }
    },
    upscale: async (request, { signal }) => {
      const enlarged = await enlarge(request)
      signal.throwIfAborted()
      return { ...enlarged, provider, model: 'enlargement-1' }
    },
  }
}

/** Why an instruction cannot be followed; one sentence, or nothing when it can. */
export function whyNotEdited({ prompt, drawn }: Omit<WordsToCheck, 'action'>): string | undefined {
  const reading = readInstruction(prompt)
  if (!reading.ok) return notUnderstood(reading.part)
  const redraws = reading.adjustments.filter(isRedraw)
  if (redraws.length === 0) return undefined
  if (drawn?.provider !== provider || !drawn.unchanged) {
    return 'The built-in designer can change words and layout only of pictures that it drew and that were not changed since. It can add text, as in: add the text “Open on Sunday” at the top.'
  }
  if (redraws.length < reading.adjustments.length) {
    return 'The built-in designer draws the picture again for other words or another layout. Change its look afterwards, in an edit of its own.'
  }
  return undefined
}

export function whyNoBackdrop({ prompt }: Pick<WordsToCheck, 'prompt'>): string | undefined {
  if (readBackdrop(prompt, paletteFor(undefined, createRandom(0)))) return undefined
  return 'The built-in designer can put a plain colour, a gradient, the brand’s colours or nothing behind a picture. Say one of these, as in: light blue, gradient from navy to teal, transparent.'
}

/** The texts that an instruction would have set. */
export function textsIn(instruction: string): readonly string[] {
  const reading = readInstruction(instruction)
  if (!reading.ok) return []
  return reading.adjustments.flatMap((one) => ('text' in one ? [one.text] : []))
}

function isRedraw({ kind }: Adjustment): boolean {
  return kind === 'words' || kind === 'layout'
}

function notUnderstood(part: string): string {
  const said = part.length > 60 ? `${part.slice(0, 59).trimEnd()}…` : part
  return `The built-in designer cannot do “${said}”. It can make a picture brighter, darker, warmer, cooler, black and white, more vivid, sharper or softer, crop, mirror or turn it, and add text.`
}

function understood(instruction: string): { readonly adjustments: readonly Adjustment[] } {
  const reading = readInstruction(instruction)
  if (!reading.ok) throw new ModelError('edit_not_possible', notUnderstood(reading.part))
  return reading
}

/** Other words in the same layout, a line more, or the same words in another: drawn anew and not painted over. */
async function drawnAgain(
  request: EditRequest,
  adjustments: readonly Adjustment[],
  draw: ImageModel['draw'],
  signal: AbortSignal,
): Promise<ChangedPicture | undefined> {
  const { drawn } = request.source
  const ours = drawn?.provider === provider && drawn.unchanged
  const texts = adjustments.every((one) => isRedraw(one) || one.kind === 'text')
  if (!ours || !texts) return undefined
  const prompt = adjustments.reduce(promptAfter, drawn.prompt)
  const another = adjustments.some(({ kind }) => kind === 'layout')
  const seed = another ? drawn.seed + 1 : drawn.seed
  const { tier, width, height, brand } = request
  const { aspect, withLogo } = drawn
  const asked = { prompt, tier, aspect, width, height, seed, withLogo, ...(brand && { brand }) }
  const { alt, ...image } = await draw(asked, { signal })
  return { ...image, redrawn: { prompt, seed, alt } }
}

/** What is quoted in a prompt is meant literally: the headline first, then the line under it. */
function promptAfter(prompt: string, adjustment: Adjustment): string {
  if (adjustment.kind !== 'words' && adjustment.kind !== 'text') return prompt
  const { headline, support } = messageIn(prompt)
  const lines =
    adjustment.kind === 'text' ? [headline, adjustment.text] : [adjustment.text, support ?? '']
  return lines
    .filter((line) => line !== '')
    .map((line) => `“${line.replace(/[“”"]/g, '')}”`)
    .join(' ')
}

async function withBackdrop(request: EditRequest) {
  const palette = paletteFor(request.brand?.colors, createRandom(request.seed))
  const backdrop = readBackdrop(request.instruction, palette)
  if (!backdrop) {
    throw new ModelError('edit_not_possible', whyNoBackdrop({ prompt: '' }) ?? '')
  }
  return before(backdrop, request)
}

async function before(backdrop: Backdrop, request: EditRequest) {
  const pixels = await pixelsOf(request)
  const mask = await separate(pixels)
  if (mask === undefined) {
    throw new ModelError(
      'edit_not_possible',
      'The built-in designer finds no plain background in this picture that it could replace. Choose a picture on a plain background, or ask whoever runs this studio to add a key for AI models.',
    )
  }
  const replaced = await replaceBackground(pixels, mask, backdrop)
  const { mediaType } = request.source
  return encodePixels(replaced, { mediaType, transparent: isTransparent(replaced) })
}
