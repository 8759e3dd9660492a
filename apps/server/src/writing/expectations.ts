import { altMax, promptMax } from '@rheos/contract'
import { roomOf } from '../models/network-room.ts'
import type { WritingRequest } from '../models/text-model.ts'
import type { Finish } from './reply/finish-text.ts'
import { KnownLinks } from './reply/links.ts'
import { languageOfText, namesLanguage } from './reply/reply-language.ts'

/** What an answer must be like to be kept. */
export interface Expectations extends Finish {
  /** BCP 47; any language is right where none is named. */
  readonly languages: readonly string[]
}

const captionMax = 2200
const altTextMax = Math.min(1000, altMax)

/** What a good answer to a request is like: what it may link to, how long it is, in which language. */
export function expectationsOf(request: WritingRequest): Expectations {
  const given = saidBy(request)
  return {
    links: new KnownLinks(given),
    said: given.join('\n'),
    room: roomFor(request),
    languages: languagesFor(request),
  }
}

/** The person's own words. What was read on websites is not among them. */
function saidBy(request: WritingRequest): readonly string[] {
  switch (request.kind) {
    case 'ideas':
      return [request.direction]
    case 'caption':
    case 'post': {
      const { idea } = request
      return [request.direction, ...(idea ? [idea.title, idea.hook, idea.angle] : [])]
    }
    case 'rewrite':
      return [request.text, request.before, request.after, request.instruction]
    case 'slides': {
      const slides = request.slides.map(({ heading, body }) => `${heading} ${body}`)
      return [request.direction, request.text, request.instruction, ...slides]
    }
    case 'alt':
      return [request.picture.words, request.text]
    default:
      return [request.text]
  }
}

function roomFor(request: WritingRequest): Finish['room'] {
  const room = roomOf(request.network)
  const shorter = (max: number) => ({ ...room, max: Math.min(room.max, max) })
  switch (request.kind) {
    case 'caption':
      return shorter(captionMax)
    case 'alt':
      return { max: altTextMax, length: (text) => text.length }
    case 'image_prompt':
      return { max: promptMax, length: (text) => text.length }
    case 'rewrite': {
      const { before, after } = request
      const around = room.length(before) + room.length(after)
      // What was too long around it is not the fault of this stretch.
      return around < room.max ? { ...room, max: room.max - around } : roomOf(undefined)
    }
    default:
      return room
  }
}

function languagesFor(request: WritingRequest): readonly string[] {
  const own = (text: string) => [languageOfText(text)].flatMap((tag) => tag ?? [])
  switch (request.kind) {
    case 'ideas':
    case 'caption':
    case 'post':
    case 'slides': {
      const asked = `${request.direction} ${request.kind === 'slides' ? request.instruction : ''}`
      if (namesLanguage(asked)) return []
      if (request.language !== undefined) return [request.language]
      const { language } = request.brand ?? {}
      return [...(language ? [language] : []), ...own(asked)]
    }
    case 'rewrite':
      return namesLanguage(request.instruction) ? [] : own(request.text)
    case 'version':
      return own(request.text)
    case 'alt': {
      const { language } = request.brand ?? {}
      return request.text === '' ? (language ? [language] : []) : own(request.text)
    }
    default:
      return []
  }
}
