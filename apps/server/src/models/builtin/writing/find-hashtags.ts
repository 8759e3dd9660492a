import type { HashtagsRequest } from '../../text-model.ts'
import { hashtags } from './hashtags.ts'
import { phrasesOfText } from './language-in.ts'

const lettersMin = 5
const never =
  /^(?:https?|www|there|their|these|those|about|which|would|could|should|where|while|after|before|today|every|first|other|people|really|because|through|something|anything|everything|nothing|without|wieder|immer|heute|unsere?|nicht|haben|werden|diese[rsnm]?|einfach|toujours|notre|votre|cette|aujourd|siempre|nuestr[oa]s?|desde|también|tambien)$/iu

/** Hashtags out of the text and the brand: its themes that the text speaks of, and its own words. */
export function findHashtags({ text, brand, count }: HashtagsRequest): readonly string[] {
  const said = text.toLocaleLowerCase()
  const themes = brand?.themes?.filter((theme) => isSpokenOf(theme, said)) ?? []
  const others = brand?.themes?.filter((theme) => !themes.includes(theme)) ?? []
  const words = tellingWords(text, brand?.language)
  const named = hashtags(undefined, [...themes, ...(brand ? [brand.name] : [])], count)
  return hashtags(undefined, [...named, ...words, ...others], count)
}

function isSpokenOf(theme: string, said: string): boolean {
  const words = theme.toLocaleLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return words.some((word) => said.includes(word))
}

/** The longer words of a text, those that come again first, without what every text has. */
function tellingWords(text: string, language: string | undefined): readonly string[] {
  const everyday = phrasesOfText(text, language)?.grammar.everyday
  const plain = text.replace(/[#@]\S+|https?:\/\/\S+|www\.\S+|\S+@\S+/g, ' ')
  const counts = new Map<string, { word: string; count: number }>()
  for (const word of plain.match(/\p{L}[\p{L}\p{M}’'-]+/gu) ?? []) {
    const bare = word.replace(/['’]s$/i, '')
    const isTelling =
      [...bare].length >= lettersMin && !never.test(bare) && !isEveryday(bare, everyday)
    if (!isTelling || /['’]/.test(bare)) continue
    const known = counts.get(bare.toLocaleLowerCase())
    counts.set(bare.toLocaleLowerCase(), {
      word: known?.word ?? bare,
      count: (known?.count ?? 0) + 1,
    })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ word }) => word)
}

function isEveryday(word: string, everyday: RegExp | undefined): boolean {
  return everyday !== undefined && new RegExp(`^(?:${everyday.source})$`, 'iu').test(word)
}
