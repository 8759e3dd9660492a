import type { CallToAction } from '@rheos/contract'

/** Ways to end a post. */
export const callsToAction: readonly CallToAction[] = [
  {
    id: 'ask-by-message',
    label: 'Ask by message',
    shape: 'Questions about [topic]? Send us a message.',
    intents: ['sell', 'announce', 'prove'],
  },
  {
    id: 'have-a-look',
    label: 'Have a look',
    shape: 'Have a look and see whether it fits you.',
    intents: ['sell', 'announce'],
  },
  {
    id: 'book',
    label: 'Book a time',
    shape: 'Choose a day for [thing]; it takes a minute.',
    intents: ['sell'],
  },
  {
    id: 'come-by',
    label: 'Come by',
    shape: 'Come by on [day] and try it.',
    intents: ['sell', 'announce', 'connect'],
  },
  {
    id: 'try-first',
    label: 'Try it first',
    shape: 'Try [small thing] before you decide.',
    intents: ['sell', 'inspire'],
  },
  {
    id: 'save',
    label: 'Save this',
    shape: 'Save this for the next time you [situation].',
    intents: ['educate'],
  },
  {
    id: 'add-yours',
    label: 'Add yours',
    shape: 'What would you add?',
    intents: ['educate', 'connect'],
  },
  {
    id: 'try-today',
    label: 'Try it today',
    shape: 'Try the first step today and tell us how it went.',
    intents: ['educate', 'inspire'],
  },
  {
    id: 'ask-in-comments',
    label: 'Ask in the comments',
    shape: 'Ask what you want to know; we answer in the comments.',
    intents: ['prove', 'educate'],
  },
  {
    id: 'see-more',
    label: 'See more',
    shape: 'What would you like to see next?',
    intents: ['prove', 'entertain'],
  },
  {
    id: 'see-for-yourself',
    label: 'See for yourself',
    shape: 'Do not take our word for it: [where to look].',
    intents: ['prove', 'sell'],
  },
  {
    id: 'tell-us',
    label: 'Tell us',
    shape: 'Tell us in the comments: [question]?',
    intents: ['connect', 'entertain'],
  },
  {
    id: 'how-about-you',
    label: 'How is it for you',
    shape: 'How is it for you?',
    intents: ['connect', 'provoke'],
  },
  {
    id: 'agree-or-not',
    label: 'Agree or not',
    shape: 'Agree, or not at all?',
    intents: ['provoke'],
  },
  {
    id: 'prove-us-wrong',
    label: 'Prove us wrong',
    shape: 'Tell us where we are wrong.',
    intents: ['provoke'],
  },
  {
    id: 'pass-it-on',
    label: 'Pass it on',
    shape: 'Pass it on to somebody who needs it today.',
    intents: ['inspire', 'educate'],
  },
  {
    id: 'first-step',
    label: 'Your first step',
    shape: 'What is your first step?',
    intents: ['inspire'],
  },
  {
    id: 'spread-the-word',
    label: 'Spread the word',
    shape: 'Tell somebody who should know.',
    intents: ['announce'],
  },
  {
    id: 'note-the-date',
    label: 'Note the date',
    shape: 'Note the date: [date].',
    intents: ['announce'],
  },
  {
    id: 'tag-someone',
    label: 'Tag someone',
    shape: 'Tag somebody who would smile at this.',
    intents: ['entertain', 'connect'],
  },
  {
    id: 'pick-one',
    label: 'Pick one',
    shape: '[A] or [B]? One word is enough.',
    intents: ['entertain', 'provoke', 'connect'],
  },
  {
    id: 'no-call',
    label: 'No call',
    shape: 'Ends with the thought itself.',
    intents: ['inspire', 'provoke', 'prove', 'connect'],
  },
]
