import type { Rule } from '../checked.ts'
import { capitals } from './capitals.ts'
import { emoji } from './emoji.ts'
import { exclamations } from './exclamations.ts'
import { formality } from './formality.ts'
import { hedging } from './hedging.ts'
import { jargon } from './jargon.ts'

const signals: readonly Rule[] = [exclamations, capitals, emoji, formality, jargon, hedging]

/** What can be measured of a tone, each signal against the line of the brand that asks for another. */
export const offTone: Rule = (checked) => signals.flatMap((signal) => signal(checked))
