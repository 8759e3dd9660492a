import { detectAll } from 'tinyld'

/** Below this a text says too little to be sure of its language. */
const lettersMin = 40
const sureMin = 0.3
const doubtMax = 0.1

/** What the language of a text surely is; nothing where it cannot be told. */
export function languageOfText(text: string): string | undefined {
  const [best] = scores(text)
  return best !== undefined && best.accuracy >= sureMin ? best.lang : undefined
}

/** The language of `text` where it is surely none of those that were expected. */
export function otherLanguage(text: string, expected: readonly string[]): string | undefined {
  const wanted = new Set(expected.map(primary))
  if (wanted.size === 0) return undefined
  const found = scores(text)
  const [best] = found
  if (best === undefined || best.accuracy < sureMin || wanted.has(primary(best.lang)))
    return undefined
  const mayBe = found.some(({ lang, accuracy }) => wanted.has(primary(lang)) && accuracy > doubtMax)
  return mayBe ? undefined : best.lang
}

/** A language as a person calls it, in English: `German`. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(primary(tag)) ?? tag
  } catch {
    return tag
  }
}

const languageWord =
  /\b(?:english|german|french|spanish|italian|portuguese|dutch|swedish|polish|japanese|chinese|arabic|korean|turkish|ukrainian|russian|hindi|danish|norwegian|finnish|czech|greek|hebrew|welsh|irish|deutsch|englisch|französisch|spanisch|italienisch|anglais|allemand|espagnol|français|inglés|alemán|francés|español|translate|übersetz\w*|tradui\w*|traduc\w*|language|sprache|langue|idioma)\b/iu

/** Whether somebody asks for a language by name, so that any may be right. */
export function namesLanguage(said: string): boolean {
  return languageWord.test(said)
}

function scores(text: string): readonly { readonly lang: string; readonly accuracy: number }[] {
  const words = text.replace(/[#@]\S+|https?:\/\/\S+/g, ' ')
  // A line without spaces says as much in fewer letters.
  const letters = (words.match(/\p{L}/gu) ?? []).length
  const isDense =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(
      words,
    )
  return letters >= (isDense ? 6 : lettersMin) ? detectAll(words.slice(0, 4000)) : []
}

function primary(tag: string): string {
  const [language = ''] = tag.toLowerCase().split(/[-_]/)
  return language === 'nb' || language === 'nn' ? 'no' : language
}
