import { Refusal } from './refusal.ts'

/** Where a newest-first list goes on: after the row of this instant and id. */
export interface Position {
  readonly at: number
  readonly id: string
}

export function encodeCursor(position: Position): string {
  return Buffer.from(`${position.at}/${position.id}`).toString('base64url')
}

export function decodeCursor(cursor: string): Position {
  const match = /^(\d{1,15})\/([\w-]{1,100})$/.exec(Buffer.from(cursor, 'base64url').toString())
  const [, at, id] = match ?? []
  if (at === undefined || id === undefined) {
    throw strangeCursor()
  }
  return { at: Number(at), id }
}

export function strangeCursor(): Refusal {
  return new Refusal('invalid_request', 'The cursor is not one that this list gave out.')
}
