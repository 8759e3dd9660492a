import { ModelError } from '../../../model-error.ts'
import type { RewriteRequest } from '../../../text-model.ts'
import { phrasesOfText } from '../language-in.ts'
import { changes } from './changes.ts'

const translation =
  /\b(?:translat\w*|(?:in|to|into) (?:english|german|french|spanish|italian|portuguese|dutch|swedish|polish|japanese|chinese|arabic|korean|turkish|ukrainian|russian|hindi|danish|norwegian|finnish|czech|greek))\b(?! (?:spelling|grammar))|übersetz|auf (?:englisch|deutsch|französisch|spanisch|japanisch)|tradui|en (?:anglais|allemand|espagnol|japonais)|traduc|en (?:inglés|alemán|francés|japonés)/iu
const variant = /\b(?:uk|us|british|american)\b/iu

/**
 * A text changed by rules as an instruction says. What no rule can do is refused in a sentence, and so
 * is what leaves the text as it was.
 */
export function rewrite({ text, instruction, brand }: RewriteRequest): string {
  const language = phrasesOfText(text, brand?.language)?.language ?? 'other'
  if (translation.test(instruction) && !variant.test(instruction)) throw refused('cannot translate')
  const asked = changes.filter((change) => change.asked.test(instruction))
  if (asked.length === 0)
    throw refused(
      'cannot do that; it can shorten, sharpen, tidy up, and change spelling, lists, case, questions and emoji',
    )
  const possible = asked.filter(({ languages }) => languages?.includes(language) ?? true)
  if (possible.length === 0) throw refused('can do that in English only')
  const changed = possible.reduce((left, { apply }) => apply(left, { instruction, language }), text)
  if (changed.trim() === '' || changed === text) throw refused('found nothing to change for that')
  return changed
}

function refused(why: string): ModelError {
  return new ModelError(
    'provider_refused',
    `The built-in writer ${why}. Say it in other words, or add a key for an AI model.`,
  )
}
