import { sentencesOf } from '../sentences.ts'

const ends: Readonly<Record<string, readonly string[]>> = {
  en: ['What do you think?', 'How is it for you?'],
  de: ['Was meint ihr?', 'Wie ist das bei euch?'],
  fr: ['Qu’en pensez-vous ?', 'Et chez vous ?'],
  es: ['¿Qué te parece?', '¿Y tú?'],
}
const knew: Readonly<Record<string, (said: string) => string>> = {
  en: (said) => `Did you know that ${small(said)}?`,
  de: (said) => `Habt ihr gewusst: ${said}?`,
  fr: (said) => `Le saviez-vous ? ${said}.`,
  es: (said) => `¿Sabías que ${small(said)}?`,
}

/** Ends with a question to the reader, unless it does already. */
export function asking(text: string, language: string): string {
  const [body = '', tags = ''] = splitTags(text)
  if (/[?？]\s*$/u.test(body)) return text
  const [question = 'What do you think?'] = ends[language] ?? []
  return `${body.trim()} ${question}${tags}`
}

/** Its first sentence as a question. */
export function asQuestion(text: string, language: string): string {
  const [first = '', ...rest] = sentencesOf(text)
  if (first === '' || /[?？]\s*$/u.test(first)) return text
  const ask = knew[language] ?? knew['en']
  const said = first.trim().replace(/[.!…]+$/u, '')
  return [ask?.(said) ?? first, ...rest].join(' ')
}

function splitTags(text: string): readonly [string, string] {
  const at = text.search(/(?:\s*#[\p{L}\p{N}_]+)+\s*$/u)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

/** Only pronouns and articles may be written small for certain; names may not. */
function small(said: string): string {
  return said.replace(
    /^(?:We|You|They|It|There|The|A|An|Our|Your|This|These|Most|Many|El|La|Los|Las|Un|Una|Nuestr[oa]s?|Es|Hay|Ahora)(?=\s)/,
    (word) => word.toLowerCase(),
  )
}
