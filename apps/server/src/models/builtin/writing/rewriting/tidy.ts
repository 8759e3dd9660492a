import { exchanged } from './formality.ts'

const typos: Readonly<Record<string, readonly (readonly [wrong: string, right: string])[]>> = {
  en: [
    ['teh', 'the'],
    ['adn', 'and'],
    ['recieve', 'receive'],
    ['recieved', 'received'],
    ['seperate', 'separate'],
    ['definately', 'definitely'],
    ['occured', 'occurred'],
    ['untill', 'until'],
    ['wich', 'which'],
    ['becuase', 'because'],
    ['beleive', 'believe'],
    ['freind', 'friend'],
    ['freinds', 'friends'],
    ['goverment', 'government'],
    ['accomodate', 'accommodate'],
    ['acheive', 'achieve'],
    ['adress', 'address'],
    ['begining', 'beginning'],
    ['calender', 'calendar'],
    ['comming', 'coming'],
    ['enviroment', 'environment'],
    ['existance', 'existence'],
    ['grammer', 'grammar'],
    ['happend', 'happened'],
    ['immediatly', 'immediately'],
    ['independant', 'independent'],
    ['knowlege', 'knowledge'],
    ['liason', 'liaison'],
    ['maintainance', 'maintenance'],
    ['neccessary', 'necessary'],
    ['necesary', 'necessary'],
    ['noticable', 'noticeable'],
    ['occassion', 'occasion'],
    ['ocasion', 'occasion'],
    ['persistant', 'persistent'],
    ['posession', 'possession'],
    ['prefered', 'preferred'],
    ['publically', 'publicly'],
    ['realy', 'really'],
    ['refered', 'referred'],
    ['restaraunt', 'restaurant'],
    ['sucess', 'success'],
    ['succesful', 'successful'],
    ['successfull', 'successful'],
    ['suprise', 'surprise'],
    ['thier', 'their'],
    ['tommorow', 'tomorrow'],
    ['tommorrow', 'tomorrow'],
    ['truely', 'truly'],
    ['wierd', 'weird'],
    ['writting', 'writing'],
    ['youre welcome', 'you’re welcome'],
    ['dont', 'don’t'],
    ['doesnt', 'doesn’t'],
    ['didnt', 'didn’t'],
    ['isnt', 'isn’t'],
    ['arent', 'aren’t'],
    ['cant', 'can’t'],
    ['couldnt', 'couldn’t'],
    ['wouldnt', 'wouldn’t'],
    ['shouldnt', 'shouldn’t'],
    ['alot', 'a lot'],
    ['aswell', 'as well'],
    ['infact', 'in fact'],
    ['everytime', 'every time'],
    ['could of', 'could have'],
    ['should of', 'should have'],
    ['would of', 'would have'],
  ],
  de: [
    ['wiederspiegeln', 'widerspiegeln'],
    ['standart', 'Standard'],
    ['nähmlich', 'nämlich'],
    ['seperat', 'separat'],
    ['vorraus', 'voraus'],
    ['vorraussichtlich', 'voraussichtlich'],
    ['rythmus', 'Rhythmus'],
    ['garnicht', 'gar nicht'],
    ['garkein', 'gar kein'],
    ['aufjedenfall', 'auf jeden Fall'],
    ['zuhause', 'zu Hause'],
    ['bischen', 'bisschen'],
    ['wilkommen', 'willkommen'],
  ],
  fr: [
    ['parmis', 'parmi'],
    ['malgrés', 'malgré'],
    ['ceuillir', 'cueillir'],
    ['language', 'langage'],
    ['comme même', 'quand même'],
  ],
  es: [
    ['atravez', 'a través'],
    ['haiga', 'haya'],
    ['exelente', 'excelente'],
    ['nesesario', 'necesario'],
    ['enserio', 'en serio'],
    ['aver si', 'a ver si'],
  ],
}

/** Spaces, stops, capitals and the slips that are surely slips. Nothing is said in other words. */
export function tidy(text: string, language: string): string {
  const known = (typos[language] ?? []).reduce(
    (left, [wrong, right]) => exchanged(left, wrong, right),
    text,
  )
  const spaced = known
    .replace(/[ \t\u00a0]{2,}/g, ' ')
    .replace(/([!?])\1{1,}/g, '$1')
    .replace(/ +\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(language === 'fr' ? /\s+([.,])/gu : /[ \t]+([.,;:!?…])(?=\s|$)/gu, '$1')
    .replace(/([,;!?])(?=\p{L})/gu, '$1 ')
    .replace(/(?<!\.)\.\.(?!\.)/g, '.')
    .replace(/\.{3,}/g, '…')
    .replace(/(\p{L}[\p{L}’']*)(\s+)\1(?=[\s.,;:!?])/gu, (whole, word: string) =>
      repeats.has(word.toLocaleLowerCase()) ? word : whole,
    )
  const capitals = spaced.replace(
    /(^|(?<!\b(?:e\.g|i\.e|z\.B|etc|ca|bzw|vs|Nr|No|St|Dr|Mr|Mrs))[.!?…]\s+|\n+)(\p{Ll})(?!\S*[.@/])/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase(),
  )
  return language === 'en'
    ? capitals.replace(/(?<![\p{L}’'])i(?=(?:['’](?:m|ve|ll|d))?(?:[\s,.!?]|$))/gu, 'I')
    : capitals
}

/** Words that are written twice by mistake and hardly ever on purpose. */
const repeats = new Set([
  'the',
  'a',
  'an',
  'and',
  'of',
  'to',
  'in',
  'is',
  'we',
  'for',
  'on',
  'with',
  'und',
  'der',
  'das',
  'ein',
  'im',
  'zu',
  'le',
  'la',
  'de',
  'et',
  'el',
  'en',
  'y',
  'que',
])
