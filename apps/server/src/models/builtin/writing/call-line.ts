import { intents } from '@rheos/contract'
import { callIds, formulaLines } from './formula-lines.ts'
import type { Phrases } from './phrases.ts'

/** The line of a call to action of the formulas, which may be none; nothing where none was chosen. */
export function callLine(callId: string | undefined, phrases: Phrases): string | undefined {
  if (callId === undefined) return undefined
  for (const intent of intents) {
    const at = callIds[intent].indexOf(callId)
    if (at !== -1) return phrases.calls[intent][at]
  }
  return formulaLines(phrases.language).calls[callId]
}
