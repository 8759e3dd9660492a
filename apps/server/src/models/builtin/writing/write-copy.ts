import { intents, type Platform } from '@rheos/contract'
import type { CopyRequest } from '../../text-model.ts'
import { createRandom } from '../random.ts'
import { fill } from './fill.ts'
import { hashtags } from './hashtags.ts'
import { phrasesFor } from './phrases-for.ts'
import { sentence, topicOf } from './topic.ts'

interface Habits {
  readonly charactersMax: number
  readonly tags: number
}

const habits: Readonly<Record<Platform, Habits>> = {
  linkedin: { charactersMax: 1500, tags: 3 },
  instagram: { charactersMax: 1200, tags: 6 },
  facebook: { charactersMax: 800, tags: 1 },
  x: { charactersMax: 275, tags: 1 },
  pinterest: { charactersMax: 480, tags: 2 },
  bluesky: { charactersMax: 295, tags: 1 },
  mastodon: { charactersMax: 490, tags: 3 },
  tiktok: { charactersMax: 300, tags: 3 },
  youtube: { charactersMax: 1200, tags: 2 },
  threads: { charactersMax: 490, tags: 1 },
}
const anywhere: Habits = { charactersMax: 1000, tags: 2 }
const captionMax = 420

/** A paragraph, and how soon it is left out when there is too little room: 0 stays. */
interface Paragraph {
  readonly text: string
  readonly leaveOut: number
}

/** A post or a caption from what is known, in the platform's habits. */
export function writeCopy(request: CopyRequest): string {
  const { charactersMax, tags } = request.platform ? habits[request.platform] : anywhere
  const limit = request.kind === 'caption' ? Math.min(captionMax, charactersMax) : charactersMax
  return fitted(paragraphs(request, tags), limit)
}

function paragraphs(request: CopyRequest, tagCount: number): readonly Paragraph[] {
  const { brand, idea, kind } = request
  const random = createRandom(request.seed)
  const phrases = phrasesFor(request)
  const intent = idea?.intent ?? request.intent ?? random.pick(intents)
  const [theme] = random.shuffle(brand?.themes ?? [])
  const topic = topicOf(request, phrases, theme)
  const values = { topic: topic.phrase, brand: brand?.name ?? phrases.nothingKnown }
  const pick = (lines: readonly string[]) => fill(lines[random.below(lines.length)] ?? '', values)
  const opener = pick(phrases.hooks[intent].map(([, line]) => line))
  // A direction that says something whole is the best first line itself.
  const hook = idea?.hook ?? (topic.statement === undefined ? opener : '')
  const [body, call] = [pick(phrases.bodies[intent]), pick(phrases.calls[intent])]
  const long = kind === 'post'
  return [
    { text: hook, leaveOut: 0 },
    { text: topic.statement ?? '', leaveOut: hook === '' ? 0 : 1 },
    { text: long || topic.statement === undefined ? body : '', leaveOut: 3 },
    { text: long ? aboutBrand(request, phrases) : '', leaveOut: 4 },
    { text: long ? aboutAudience(request, phrases.audience) : '', leaveOut: 5 },
    { text: call, leaveOut: 2 },
    { text: hashtags(brand, topic.isOpen ? '' : topic.phrase, tagCount).join(' '), leaveOut: 2.5 },
  ].filter(({ text }) => text !== '')
}

function aboutBrand({ brand }: CopyRequest, { about }: { readonly about: string }): string {
  const [first = ''] = (brand?.description ?? '').trim().split(/(?<=[.!?])\s+/)
  if (!brand || first === '' || first.length > 280) return ''
  const opensWithName = first.toLowerCase().startsWith(brand.name.toLowerCase())
  const description = sentence(first)
  return opensWithName ? description : fill(about, { brand: brand.name, description })
}

function aboutAudience({ brand }: CopyRequest, template: string): string {
  const [audience] = brand?.audience ?? []
  return audience && audience.length <= 60
    ? fill(template, { audience: audience.replace(/[.\s]+$/, '') })
    : ''
}

function fitted(all: readonly Paragraph[], limit: number): string {
  const text = all.map((paragraph) => paragraph.text).join('\n\n')
  if ([...text].length <= limit) return text
  const first = Math.max(...all.map(({ leaveOut }) => leaveOut))
  if (first === 0) return cut(text, limit)
  return fitted(
    all.filter(({ leaveOut }) => leaveOut !== first),
    limit,
  )
}

function cut(text: string, limit: number): string {
  const letters = [...text]
  if (letters.length <= limit) return text
  const kept = letters.slice(0, limit - 1).join('')
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), limit / 2)).trimEnd()}…`
}
