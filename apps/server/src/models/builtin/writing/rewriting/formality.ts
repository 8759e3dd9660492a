type Pairs = readonly (readonly [plain: string, short: string])[]

const contractions: Pairs = [
  ['cannot', 'can’t'],
  ['will not', 'won’t'],
  ['do not', 'don’t'],
  ['does not', 'doesn’t'],
  ['did not', 'didn’t'],
  ['is not', 'isn’t'],
  ['are not', 'aren’t'],
  ['was not', 'wasn’t'],
  ['were not', 'weren’t'],
  ['have not', 'haven’t'],
  ['has not', 'hasn’t'],
  ['had not', 'hadn’t'],
  ['would not', 'wouldn’t'],
  ['should not', 'shouldn’t'],
  ['could not', 'couldn’t'],
  ['we are', 'we’re'],
  ['you are', 'you’re'],
  ['they are', 'they’re'],
  ['I am', 'I’m'],
  ['we have', 'we’ve'],
  ['you have', 'you’ve'],
  ['I have', 'I’ve'],
  ['we will', 'we’ll'],
  ['you will', 'you’ll'],
  ['I will', 'I’ll'],
  ['it is', 'it’s'],
  ['that is', 'that’s'],
  ['let us', 'let’s'],
  ['there is', 'there’s'],
  ['what is', 'what’s'],
]
const words: Pairs = [
  ['hello', 'hi'],
  ['thank you', 'thanks'],
  ['purchase', 'buy'],
  ['assist', 'help'],
  ['require', 'need'],
  ['children', 'kids'],
  ['inform', 'tell'],
  ['receive', 'get'],
  ['begin', 'start'],
  ['excellent', 'great'],
  ['numerous', 'lots of'],
  ['approximately', 'about'],
  ['additionally', 'also'],
  ['therefore', 'so'],
  ['however', 'but'],
  ['we would like to', 'we want to'],
  ['yes', 'yeah'],
  ['going to', 'gonna'],
  ['want to', 'wanna'],
  ['have to', 'gotta'],
]
const onlyFormal = new Set([
  'hi',
  'thanks',
  'kids',
  'lots of',
  'yeah',
  'gonna',
  'wanna',
  'gotta',
  'great',
  'buy',
  'need',
  'tell',
])
const onlyCasual = new Set([
  'purchase',
  'assist',
  'require',
  'inform',
  'receive',
  'numerous',
  'approximately',
  'additionally',
  'therefore',
  'however',
  'thank you',
  'hello',
])

/** English without contractions and slang, without shouts and emoji. */
export function formal(text: string): string {
  const spelt = contractions.reduce((left, [plain, short]) => exchanged(left, short, plain), text)
  return words
    .filter(
      ([, short]) => onlyFormal.has(short) && !['buy', 'need', 'tell', 'great'].includes(short),
    )
    .reduce((left, [plain, short]) => exchanged(left, short, plain), spelt)
    .replace(/!+/g, '.')
    .replace(/\s*\p{Extended_Pictographic}(?:\u{fe0f}|\u{200d}\p{Extended_Pictographic})*/gu, '')
}

/** English as it is spoken. */
export function casual(text: string): string {
  const shorter = contractions.reduce((left, [plain, short]) => exchanged(left, plain, short), text)
  return words
    .filter(([plain]) => onlyCasual.has(plain))
    .reduce((left, [plain, short]) => exchanged(left, plain, short), shorter)
    .replace(/\bbut, /g, 'but ')
    .replace(/\bBut, /g, 'But ')
    .replace(/\bSo, /g, 'So ')
}

/** One phrase for another, whichever apostrophe was typed; a capital stays one. */
export function exchanged(text: string, from: string, to: string): string {
  const pattern = from.replace(/[’']/g, "[’']").replace(/ /g, '\\s+')
  return text.replace(new RegExp(`(?<![\\p{L}’'])${pattern}(?![\\p{L}’'])`, 'giu'), (found) =>
    /^\p{Lu}/u.test(found) ? to.charAt(0).toLocaleUpperCase() + to.slice(1) : to,
  )
}
