import type { Grammar } from './grammar/grammar.ts'
import { words } from './grammar/grammar.ts'

/** Languages that are recognised so as not to be answered in another. */
const others = {
  it: words(
    'il',
    'della',
    'delle',
    'sono',
    'siamo',
    'nostro',
    'nostra',
    'che',
    'gli',
    'di',
    'è',
    'aperti',
    'nuova',
  ),
  pt: words(
    'não',
    'nosso',
    'nossa',
    'uma',
    'com',
    'você',
    'dos',
    'às',
    'estamos',
    'aos',
    'novo',
    'nova',
  ),
  nl: words('het', 'een', 'ons', 'onze', 'wij', 'zijn', 'op', 'voor', 'nieuwe', 'naar'),
  sv: words('och', 'vår', 'är', 'på', 'öppet', 'för', 'ny'),
  pl: words('jest', 'nasz', 'nasza', 'nowy', 'nowa', 'jesteśmy', 'się', 'dla'),
}

/** `other` is a language that is surely none of `known`. */
export function languageOf(
  text: string,
  known: readonly { readonly language: string; readonly grammar: Grammar }[],
): string | 'other' | undefined {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter))
  if (letters.length > 0 && latin.length < letters.length / 2) return 'other'
  const scores = [
    ...known.map(({ language, grammar }) => [language, hits(text, grammar.everyday)] as const),
    ...Object.values(others).map((everyday) => ['other', hits(text, everyday)] as const),
  ].sort(([, a], [, b]) => b - a)
  const [[best, most] = ['other', 0], [, next] = ['other', 0]] = scores
  return most > next ? best : undefined
}

function hits(text: string, everyday: RegExp): number {
  return text.match(new RegExp(everyday.source, 'giu'))?.length ?? 0
}
