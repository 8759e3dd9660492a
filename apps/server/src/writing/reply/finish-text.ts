import { ordersModels, withoutOrders } from '../../models/orders.ts'
import { fitLength, withoutUnfinished } from './fit-length.ts'
import type { KnownLinks } from './links.ts'
import { opening } from './opening.ts'
import { plainText } from './plain-text.ts'

/** What is known when a text has come. */
export interface Finish {
  readonly links: KnownLinks
  /** What the person said: their own words may be anything. */
  readonly said: string
  readonly room: { readonly max: number; readonly length: (text: string) => number }
  readonly isCutShort?: boolean
}

const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
}

/** What a model said as the text that is kept: plain, without foreign addresses and orders, fitting. */
export function finishText(reply: string, finish: Finish): string {
  const plain = withoutForeignLinks(plainText(reply, finish.links), finish.links)
  const orderly = ordersModels(finish.said) ? plain : withoutOrders(plain)
  const text = tidied(unquoted(opening(orderly).rest))
  return fitLength(finish.isCutShort ? withoutUnfinished(text) : text, finish.room)
}

/** One line of a card or a slide. */
export function finishLine(
  reply: string,
  finish: Pick<Finish, 'links' | 'said'>,
  max: number,
): string {
  const room = { max, length: (text: string) => text.length }
  return finishText(reply.replace(/\s*\n\s*/g, ' '), { ...finish, room }).replace(/\s+/g, ' ')
}

/** What is left out may join what stood around it to another address. */
function withoutForeignLinks(text: string, links: KnownLinks): string {
  const kept = links.keepIn(text)
  return kept === text ? text : withoutForeignLinks(kept, links)
}

function unquoted(text: string): string {
  const whole = text.trim()
  const end = quotes[whole[0] ?? '']
  const isWrapped = end !== undefined && whole.endsWith(end) && whole.length > 2
  const inside = whole.slice(1, -1)
  return isWrapped && !/["“”„«»]/.test(inside) ? inside.trim() : whole
}

function tidied(text: string): string {
  return text
    .replace(/[ \t]*\([ \t]*\)/g, '')
    .replace(/[ \t]+([.,;!?…])(?=\s|$)/gu, '$1')
    .replace(/(\S)[ \t]{2,}/g, '$1 ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
