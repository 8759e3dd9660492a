import type { SlideText } from '@rheos/contract'
import type { SlidesRequest } from '../../text-model.ts'
import { fill } from './fill.ts'
import { tongueFor } from './phrases-for.ts'
import { rewrite } from './rewriting/rewrite.ts'
import { capital, sentencesOf, shortened } from './sentences.ts'
import { slideLines } from './slide-lines.ts'
import { describing, subjectOf } from './subject.ts'

const headingMax = 60
const bodyMax = 180

/**
 * The slides of a carousel: what was said is spread over those that carry it, and the others say what
 * belongs on them. With an instruction every given slide is rewritten by it.
 */
export function writeSlides(request: SlidesRequest): readonly SlideText[] {
  return request.slides.length > 0 && request.instruction !== ''
    ? rewritten(request)
    : written(request)
}

function written(request: SlidesRequest): readonly SlideText[] {
  const { roles, brand, text } = request
  const direction = request.direction || (sentencesOf(plain(text))[0] ?? '')
  const { phrases } = tongueFor({ ...request, direction: direction || text })
  const theme = brand?.themes?.[0]
  const subject = subjectOf(direction, { phrases, brand, theme })
  const lines = slideLines(phrases.language)
  const points = pointsOf(request, brand ? describing(brand, phrases) : [], subject.rest)
  const repeated = roles.filter(({ repeats }) => repeats).length
  const taken = new Map<string, number>()
  return roles.map(({ role, repeats }) => {
    const turn = taken.get(role) ?? 0
    taken.set(role, turn + 1)
    const usual = lines[role] ?? lines['point'] ?? []
    const [heading = '', body = ''] = usual[turn % Math.max(1, usual.length)] ?? []
    const point = repeats ? pointFor(points, turn, repeated) : undefined
    return point === undefined
      ? slide(role, fill(heading, { topic: subject.text.replace(/\.$/, '') }), body)
      : { role, ...asSlide(point, heading) }
  })
}

/** What there is to spread: the sentences of the text after its first, else what was said besides. */
function pointsOf(
  { text, direction }: SlidesRequest,
  described: readonly string[],
  rest: readonly string[],
): readonly string[] {
  const said = text
    .split('\n')
    .flatMap((line) => sentencesOf(plain(line)))
    .filter((one) => /\p{L}{3,}/u.test(one))
  if (said.length > 0) return direction === '' ? said.slice(1) : said
  return [...rest.flatMap((part) => sentencesOf(part)), ...described]
}

function plain(text: string): string {
  return text
    .replace(/#[\p{L}\p{N}_]+|https?:\/\/\S+/gu, ' ')
    .replace(/^\s*(?:[-–•*]|\d{1,2}[.)])\s+/u, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** The points in their order; several on a slide where there are more of them than slides. */
function pointFor(points: readonly string[], turn: number, slides: number): string | undefined {
  const each = Math.max(1, Math.ceil(points.length / slides))
  const own = points.slice(turn * each, (turn + 1) * each)
  return own.length === 0 ? undefined : own.join(' ')
}

/** A short sentence is a heading; of a long one the first part is, where it has parts. */
function asSlide(point: string, usual: string): Pick<SlideText, 'heading' | 'body'> {
  const [first = '', ...more] = sentencesOf(point)
  if ([...first].length <= headingMax) {
    return { heading: bare(first), body: shortened(more.join(' '), bodyMax) }
  }
  const [lead = '', rest = ''] = first.split(/(?:: |; | – | — )(.*)/su)
  if (rest !== '' && [...lead].length <= headingMax)
    return {
      heading: bare(capital(lead)),
      body: shortened([capital(rest), ...more].join(' '), bodyMax),
    }
  return { heading: usual, body: shortened(point, bodyMax) }
}

function bare(text: string): string {
  return text.replace(/[.,;]$/u, '')
}

function slide(role: string, heading: string, body: string): SlideText {
  return { role, heading: shortened(capital(heading), headingMax), body }
}

/** A slide that an instruction finds nothing to change on stays as it is; one at least must change. */
function rewritten(request: SlidesRequest): readonly SlideText[] {
  const { slides, instruction, brand, seed } = request
  const about = { kind: 'rewrite', before: '', after: '', instruction, brand, seed } as const
  let refusal: unknown
  let isChanged = false
  const change = (text: string) => {
    if (text.trim() === '') return text
    try {
      const changed = rewrite({ ...about, text })
      isChanged = true
      return changed
    } catch (error) {
      refusal = error
      return text
    }
  }
  const changed = slides.map(({ role, heading, body }) => ({
    role,
    heading: change(heading),
    body: change(body),
  }))
  if (!isChanged) throw refusal
  return changed
}
