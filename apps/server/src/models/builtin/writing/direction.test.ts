import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf } from './direction.ts'
import { englishGrammar } from './grammar/grammar-en.ts'
import { german } from './phrases-de.ts'
import { english } from './phrases-en.ts'
import { spanish } from './phrases-es.ts'
import { french } from './phrases-fr.ts'

const grammars = {
  en: english.grammar,
  de: german.grammar,
  fr: french.grammar,
  es: spanish.grammar,
}

describe('a direction', () => {
  it.each([
    ['en', 'our new autumn blend', 'topic', 'our new autumn blend'],
    ['en', 'Our new autumn blend 🎉', 'topic', 'our new autumn blend'],
    ['en', 'Write about our new bakery', 'topic', 'our new bakery'],
    [
      'en',
      'Please write a short, funny post for Instagram about our new bakery',
      'topic',
      'our new bakery',
    ],
    ['en', 'Introduce what you do, in three sentences', 'topic', 'what we do'],
    ['en', 'What most people get wrong about sourdough', 'topic', 'sourdough'],
    ['en', 'One thing worth knowing about sourdough', 'topic', 'sourdough'],
    ['en', 'the bakery that is open on Sundays', 'topic', 'the bakery that is open on Sundays'],
    ['en', 'How we roast our beans', 'topic', 'How we roast our beans'],
    ['en', 'our May menu', 'topic', 'our May menu'],
    ['en', 'We are open on Sundays from June', 'statement', 'We are open on Sundays from June.'],
    ['en', 'open on Sundays', 'statement', 'Open on Sundays.'],
    ['en', 'Announce that we are open on Sundays', 'statement', 'We are open on Sundays.'],
    ['en', 'tell people we’re moving', 'statement', 'We’re moving.'],
    ['en', 'Our bakery opens on Sundays', 'statement', 'Our bakery opens on Sundays.'],
    ['en', 'Hiring two bakers', 'statement', 'We are hiring two bakers.'],
    ['en', '20% off all beans', 'statement', '20% off all beans.'],
    ['en', 'Thank our guests for ten years', 'statement', 'Thank you to our guests for ten years.'],
    ['en', '“We are open”', 'statement', 'We are open.'],
    ['en', 'How do you like your coffee', 'question', 'How do you like your coffee?'],
    ['en', 'Do you bake at home?', 'question', 'Do you bake at home?'],
    ['en', '🎉', 'open', ''],
    ['de', 'Schreib über unseren neuen Ratgeber', 'topic', 'unser neuer Ratgeber'],
    ['de', 'Stelle unser neues Brot vor', 'topic', 'unser neues Brot'],
    [
      'de',
      'Ab Juni haben wir sonntags geöffnet',
      'statement',
      'Ab Juni haben wir sonntags geöffnet.',
    ],
    [
      'de',
      'Kündige an, dass wir sonntags geöffnet haben',
      'statement',
      'Wir haben sonntags geöffnet.',
    ],
    ['de', 'Kündige an, dass wir umziehen', 'statement', 'Wir ziehen um.'],
    ['de', 'Wir feiern am 3. Mai', 'statement', 'Wir feiern am 3. Mai.'],
    ['fr', 'Parlez du nouveau cours', 'topic', 'le nouveau cours'],
    ['fr', 'Annoncez que le studio ferme en août', 'statement', 'Le studio ferme en août.'],
    ['fr', 'Nous ouvrons le dimanche', 'statement', 'Nous ouvrons le dimanche.'],
    ['es', 'Escribe sobre nuestro nuevo taller', 'topic', 'nuestro nuevo taller'],
    ['es', 'Anuncia que abrimos los domingos', 'statement', 'Abrimos los domingos.'],
    ['es', '¿Cuál es tu ruta favorita?', 'question', '¿Cuál es tu ruta favorita?'],
  ] as const)('in %s, "%s", is a %s: "%s"', (language, said, kind, text) => {
    expect(directionOf(said, grammars[language])).toMatchObject({ kind, text })
  })

  it('leaves out what only tells the writer how, and keeps links and tags aside', () => {
    expect(
      directionOf(
        'Write about our new bakery. Keep it funny. It opens at 8. No hashtags. #bread https://a.example/b',
        englishGrammar,
      ),
    ).toMatchObject({
      kind: 'topic',
      text: 'our new bakery',
      rest: ['It opens at 8.'],
      links: ['https://a.example/b'],
      tags: ['#bread'],
    })
  })

  it('never fits into a sentence when it is one', () => {
    const who = fc.constantFrom('We', 'I', 'They', 'Our shop', 'The bakery', 'Everybody')
    const verb = fc.constantFrom('will', 'can', 'has to', 'must', 'should', 'won’t')
    const rest = fc.array(fc.constantFrom('open', 'on Sundays', 'early', 'a new oven', 'in June'), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(who, verb, rest, (subject, does, more) => {
        const { kind } = directionOf([subject, does, ...more].join(' '), englishGrammar)
        expect(kind).toBe('statement')
      }),
    )
  })
})
