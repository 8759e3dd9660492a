import type { Asked, Change } from './change.ts'
import { withEmoji, withoutEmoji } from './emoji.ts'
import { casual, formal } from './formality.ts'
import { sentenceCase, titleCase } from './letter-case.ts'
import { asProse, bulleted, inParagraphs, numbered } from './lists.ts'
import { punchier } from './punchier.ts'
import { asking, asQuestion } from './questions.ts'
import { shortenBy, shortenTo, withoutFillers } from './shorten.ts'
import { spelt } from './spelling.ts'
import { tidy } from './tidy.ts'

/** What can be done, in the order in which it is done when several things are asked at once. */
export const changes: readonly Change[] = [
  {
    asked:
      /\b(?:proofread|fix|correct|tidy|clean ?up|typos?|grammar|punctuation|spelling mistakes?|spacing)\b|korrigier|rechtschreib|tippfehler|corrige|orthograph|fautes|ortograf|errores/iu,
    apply: (text, { language }) => tidy(text, language),
  },
  {
    asked: /\b(?:uk|british|britain|england|en-gb)\b|britisch|britannique|británic/iu,
    languages: ['en'],
    apply: (text) => spelt(text, 'britain'),
  },
  {
    asked:
      /\b(?:us|american|america|en-us)\s*(?:english|spelling)?\b(?<!\b(?:about|for|to|with|of|let) us)|amerikanisch|américain|american[oa]/iu,
    languages: ['en'],
    apply: (text) => spelt(text, 'america'),
  },
  {
    asked:
      /\b(?:punch(?:y|ier)|snapp(?:y|ier)|bolder|stronger|more direct|direct|livel(?:y|ier)|energetic|active voice|catch(?:y|ier))\b|knackiger|kräftiger|direkter|percutant|plus direct|más directo|impactante/iu,
    apply: (text, { language }) => punchier(text, language),
  },
  {
    asked:
      /\b(?:shorter|shorten|half|briefer?|trim|cut|condense|concise|tight(?:er|en)|fewer words|a third|at most|under|max(?:imum)?)\b|kürz|halb so lang|knapper|plus court|raccourci|moitié|más corto|acorta|mitad|breve/iu,
    apply: shorter,
  },
  {
    asked:
      /\b(?:filler|waffle|fluff|unnecessary words|simpl(?:er|ify|e)|plain(?:er)?|clear(?:er)?)\b|füllwörter|einfacher|klarer|plus simple|plus clair|más sencillo|más claro/iu,
    apply: (text, { language }) => withoutFillers(text, language),
  },
  {
    asked:
      /\b(?<!less |in)formal\b|\bprofessional\b|\bless (?:casual|informal)\b|förmlich|professionell/iu,
    languages: ['en'],
    apply: (text) => formal(text),
  },
  {
    asked:
      /\b(?:informal|casual|less formal|friendl(?:y|ier)|relaxed|conversational|chatt(?:y|ier))\b|lockerer/iu,
    languages: ['en'],
    apply: (text) => casual(text),
  },
  {
    asked:
      /\b(?:bullets?|bullet points?|bulleted|as a list|into a list)\b|stichpunkt|als liste|en liste|puces|viñetas|como lista/iu,
    apply: (text) => bulleted(text),
  },
  {
    asked: /\b(?:numbered|steps|numbers before)\b|nummerier|numérot|numerad/iu,
    apply: (text) => numbered(text),
  },
  {
    asked:
      /\b(?:prose|one paragraph|full sentences|no bullets|without bullets)\b|fließtext|ganze sätze|en prose|en prosa/iu,
    apply: (text) => asProse(text),
  },
  {
    asked:
      /\b(?:paragraphs|line breaks|break (?:it )?up|more white ?space)\b|absätze|paragraphes|párrafos/iu,
    apply: (text) => inParagraphs(text),
  },
  {
    asked: /\b(?:as|into|to) (?:a )?question\b|als frage|en question\b|en pregunta/iu,
    apply: (text, { language }) => asQuestion(text, language),
  },
  {
    asked:
      /\b(?:add|end with|finish with|with) (?:a |one )?question\b|mit einer frage|par une question|con una pregunta/iu,
    apply: (text, { language }) => asking(text, language),
  },
  {
    asked:
      /\b(?:remove|no|without|drop|delete|strip)(?: all| the| any)? emojis?\b|ohne emojis?|sans (?:les )?(?:emojis?|émojis?)|sin emojis?/iu,
    apply: (text) => withoutEmoji(text),
  },
  {
    asked:
      /\b(?:add|with|more|some|use)(?: a few| some| more)? emojis?\b|(?<!ohne )\bmit emojis?|avec des (?:emojis?|émojis?)|con emojis?/iu,
    apply: (text) => withEmoji(text),
  },
  {
    asked:
      /\b(?:remove|no|without|drop|delete|strip)(?: all| the| any)? (?:hash ?)?tags\b|ohne hashtags?|sans hashtags?|sin hashtags?/iu,
    apply: (text) =>
      text
        .replace(/[ \t]*#[\p{L}\p{N}\p{M}_]+/gu, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
  },
  {
    asked:
      /\b(?:remove|no|without|fewer|drop)(?: all| the| any)? exclamation(?: marks?| points?)?\b|ohne ausrufezeichen|calm(?:er)?\b|sans point d['’]exclamation|sin exclamaciones/iu,
    apply: (text) => text.replace(/¡/g, '').replace(/\s?!+/g, '.'),
  },
  {
    asked: /\btitle case\b/iu,
    apply: (text) => titleCase(text),
  },
  {
    asked: /\bsentence case\b|\bno (?:all )?caps\b|\bstop shouting\b/iu,
    apply: (text) => sentenceCase(text),
  },
  {
    asked: /\b(?:upper ?case|all caps|capitals)\b|großbuchstaben|majuscules|mayúsculas/iu,
    apply: (text) => text.toLocaleUpperCase(),
  },
  {
    asked: /\blower ?case\b|kleinbuchstaben|minuscules|minúsculas/iu,
    apply: (text) => text.toLocaleLowerCase(),
  },
]

/** To half, a third, a number of words or characters, or a good quarter less. */
function shorter(text: string, { instruction, language }: Asked): string {
  const [, count = '', unit = ''] =
    /(\d{1,5})\s*(words?|wörter|mots|palabras|characters?|zeichen|caractères|caracteres)/iu.exec(
      instruction,
    ) ?? []
  if (/^(?:char|zeich|carac)/i.test(unit))
    return shortenTo(withoutFillers(text, language), {
      max: Number(count),
      length: (part) => part.length,
    })
  if (unit !== '')
    return shortenTo(withoutFillers(text, language), {
      max: Number(count),
      length: (part) => part.trim().split(/\s+/).length,
    })
  if (/half|halb|moitié|mitad|50 ?%/iu.test(instruction)) return shortenBy(text, 0.5, language)
  if (/third|drittel|tiers|tercio/iu.test(instruction)) return shortenBy(text, 0.34, language)
  return shortenBy(text, 0.72, language)
}
