import { englishGrammar } from './grammar/grammar-en.ts'
import type { Phrases } from './phrases.ts'

export const english: Phrases = {
  language: 'en',
  grammar: englishGrammar,
  hooks: {
    sell: [
      [
        'a place to start',
        'If you have been thinking about {topic}, start here.',
        '{Topic}: start here.',
      ],
      ['what would change', '{Topic}: what would change for you?'],
      ['the short version', '{Topic}, in one minute.'],
      ['something for you', '{Topic}: something for you?'],
      [
        'what to expect',
        'What to expect from {topic}, without the small print.',
        '{Topic}: what to expect, without the small print.',
      ],
    ],
    educate: [
      [
        'easy to miss',
        'One thing that is easy to miss about {topic}.',
        '{Topic}: one thing that is easy to miss.',
      ],
      ['step by step', '{Topic}, step by step.'],
      ['myth and reality', '{Topic}: what people say, and what is worth checking.'],
      [
        'three questions',
        'Three questions to ask about {topic}.',
        '{Topic}: three questions to ask.',
      ],
      ['plain words', '{Topic}, in plain words.'],
    ],
    prove: [
      ['our side of it', 'Our view of {topic}.', '{Topic}: our side of it.'],
      [
        'how we go about it',
        'How we think about {topic}, and why.',
        '{Topic}: how we go about it, and why.',
      ],
      [
        'what we look at',
        'What we look at first when it comes to {topic}.',
        '{Topic}: what we look at first.',
      ],
      ['ask us anything', 'Ask us anything about {topic}.', '{Topic}: ask us anything.'],
      ['no shortcuts', '{Topic}: the slow part, and why we keep it.'],
    ],
    connect: [
      [
        'a question for you',
        'What comes to mind when you hear “{topic}”?',
        '{Topic}: what comes to mind?',
      ],
      ['our favourite part', '{Topic}: the part we never tire of.'],
      ['why we care', 'Why we care about {topic}.', '{Topic}: why we care.'],
      [
        'a story to share',
        'Do you have a story about {topic}? We would like to hear it.',
        '{Topic}: do you have a story to tell?',
      ],
      ['your turn', '{Topic}: over to you.'],
    ],
    provoke: [
      ['simpler than it looks', '{Topic}: maybe simpler than we all make it.'],
      [
        'an unpopular opinion',
        'An unpopular opinion about {topic}.',
        '{Topic}: an unpopular opinion.',
      ],
      ['less fuss', '{Topic}: can we do this with less fuss?'],
      [
        'what if',
        'What if we talked about {topic} without the clichés?',
        '{Topic}: what if we left out the clichés?',
      ],
      [
        'the hard part',
        'The hard part of {topic} may not be the one you expect.',
        '{Topic}: the hard part may not be the one you expect.',
      ],
    ],
    inspire: [
      ['start small', '{Topic}: start small, start now.'],
      ['imagine', '{Topic}: picture it just the way you would like it.'],
      ['a reason to begin', 'A good day to begin: {topic}.'],
      [
        'one quiet minute',
        'Take one quiet minute for {topic}.',
        '{Topic}: take one quiet minute for it.',
      ],
      ['a reminder', 'A small reminder about {topic}.', '{Topic}: a small reminder.'],
    ],
    announce: [
      ['the news', 'News from {brand}: {topic}.'],
      ['here it is', 'Here it is: {topic}.', 'Here it is. {Topic}.'],
      ['for your list', 'Something for your list: {topic}.'],
      ['say hello', 'Say hello to {topic}.', '{Topic}: say hello.'],
      ['a first look', 'A first look at {topic}.', '{Topic}: a first look.'],
    ],
    entertain: [
      ['expectation and reality', '{Topic}: expectation and reality.'],
      [
        'we could go on',
        'We could talk about {topic} for hours. We will keep it short.',
        '{Topic}: we could go on for hours. We will keep it short.',
      ],
      [
        'you know someone',
        'We all know someone who takes {topic} very seriously.',
        '{Topic}: we all know someone who takes this very seriously.',
      ],
      [
        'two kinds of people',
        'There are two kinds of people when it comes to {topic}.',
        '{Topic}: there are two kinds of people.',
      ],
      ['in three emojis', '{Topic}, but you may only answer in three emojis.'],
    ],
  },
  saying: {
    sell: [
      ['the short version', 'In short: {said}'],
      ['is it for you', '{statement} Is that something for you?'],
      ['take a look', '{statement} See for yourself.'],
    ],
    educate: [
      ['good to know', 'Good to know: {said}'],
      ['worth writing down', 'Worth writing down: {said}'],
      ['your questions', '{statement} What would you like to know?'],
    ],
    prove: [
      ['straight from us', 'Straight from us: {said}'],
      ['ask us', '{statement} Ask us anything.'],
      ['that simple', '{statement} As simple as that.'],
    ],
    connect: [
      ['what it means to you', '{statement} What does that mean for you?'],
      ['your first thought', '{statement} What is your first thought?'],
      ['whom to tell', '{statement} Whom will you tell first?'],
    ],
    provoke: [
      ['for or against', '{statement} For or against?'],
      ['what you really think', '{statement} Tell us what you really think.'],
      ['about time', '{statement} About time, or too soon?'],
    ],
    inspire: [
      ['picture it', 'Picture it: {said}'],
      ['a thought for today', 'A thought for today: {said}'],
      ['what you make of it', '{statement} What will you make of it?'],
    ],
    announce: [
      ['the news', 'A word from {brand}: {said}'],
      ['so you know', 'Just so you know: {said}'],
      ['spread the word', '{statement} Spread the word.'],
    ],
    entertain: [
      ['somebody should hear this', '{statement} You know who needs to hear this.'],
      ['read that again', '{statement} Yes, you read that right.'],
      ['drum roll', 'Drum roll, please: {said}'],
    ],
  },
  addressing: [
    ['said plainly', '{statement}'],
    ['from all of us', 'From all of us: {said}'],
    ['a word from us', 'A word from {brand}: {said}'],
    ['first things first', 'First things first: {said}'],
  ],
  asking: [
    ['the question', '{statement}'],
    ['a simple question', 'A simple question: {said}'],
    ['your answer first', '{statement} Your answer first, then ours.'],
    ['out loud', 'We will ask it out loud: {said}'],
    ['over to you', '{statement} Over to you.'],
    ['for the comments', 'One for the comments: {said}'],
  ],
  addressed: [
    ['with you in mind', 'For {audience}: {topic}.'],
    ['with you in mind', 'For {audience}: {said}'],
  ],
  angles: {
    sell: [
      'Say plainly what it is and whom it suits, then make the first step easy.',
      'Put the reader’s everyday problem first and show where this helps.',
      'Answer the question people ask before they decide.',
    ],
    educate: [
      'Explain one idea well enough to be used today.',
      'Walk through it in order, one short line for each step.',
      'Take a common belief and look at it calmly.',
    ],
    prove: [
      'Show how the work is done instead of praising it.',
      'Name the standard you hold yourselves to, and why.',
      'Open the door: invite questions and answer them in public.',
    ],
    connect: [
      'Begin with a moment people recognise and hand the word to them.',
      'Tell why this matters to the people behind the brand.',
      'Ask one honest question and listen.',
    ],
    provoke: [
      'Disagree with a habit, not with people, and offer another way.',
      'Turn the usual order round and see what happens.',
      'Say the inconvenient thing kindly, then explain it.',
    ],
    inspire: [
      'Make the first step so small that it is easy to take.',
      'Paint the picture of how it could be, in plain words.',
      'Give permission to go slowly.',
    ],
    announce: [
      'Say what is new in the first line and what it means in the second.',
      'Show what changes for the reader and what stays as it was.',
      'Give a look behind it before everybody else sees it.',
    ],
    entertain: [
      'Laugh at ourselves first and let people recognise themselves.',
      'Exaggerate a little and stay kind.',
      'Make a game of it that takes ten seconds to play.',
    ],
  },
  angleAudience: 'Written for {audience}.',
  bodies: {
    sell: [
      'Have a look, compare, and take your time to decide. If it suits you, the first step is a small one.',
      'No long speech. See whether it fits what you need, and ask us whatever is still open.',
    ],
    educate: [
      'Ask yourself:\n\n1. What should be different afterwards?\n2. What is already there?\n3. What is the smallest next step?\n\nWrite the answers down. The rest gets easier.',
      'Start with what you already know. Change one thing at a time. Look at what happened before you change the next.',
    ],
    prove: [
      'We would rather show how we work than talk about it. So look over our shoulder, and ask when something is not clear.',
      'It comes down to care: look twice, say what we see, and do the part that nobody notices as well as the part that everybody does.',
    ],
    connect: [
      'It is rarely about the big things. Often it is one small moment that stays with us.',
      'We read every answer. Some of the best ideas begin with somebody saying how it really is.',
    ],
    provoke: [
      'We all do things the way they have always been done. It is worth asking, once in a while, who it still helps.',
      'More is not always better. Leave one thing out and see whether anybody misses it.',
    ],
    inspire: [
      'It does not have to be perfect, and it does not have to be today. It only has to begin somewhere.',
      'Give it one quiet minute. Notice what you would like to keep, and what you would like to change.',
    ],
    announce: [
      'That is the news in one line. What it means for you: have a look, and tell us what you think.',
      'We are glad to share it with you, and curious what you make of it.',
    ],
    entertain: [
      'You first: we are not going to spoil it.',
      'There is no wrong answer here. There are only good stories.',
    ],
  },
  calls: {
    sell: ['Questions? Send us a message.', 'Have a look, and tell us what you need.'],
    educate: ['Save this for later.', 'What would you add?'],
    prove: ['Ask us in the comments.', 'What would you like to see next?'],
    connect: ['Tell us in the comments.', 'How is it for you?'],
    provoke: ['Agree, or not at all?', 'Tell us where we are wrong.'],
    inspire: ['Pass it on to somebody who needs it today.', 'What is your first step?'],
    announce: ['Tell somebody who should know.', 'Questions? We are here.'],
    entertain: ['Tag somebody who would smile at this.', 'The best answer gets our applause.'],
  },
  about: '{brand}: {description}',
  firstPerson: /^(?:we|our|i|my)(?!\p{L})/iu,
  introduction: 'We are {brand}.',
  self: /^(?:what we do|who we are|who you are|ourselves|us|our (?:brand|company|business|shop|studio|team|story|work))$/i,
  audience: [
    'Made with {audience} in mind.',
    'For {audience}, and for anyone who would like to look in.',
  ],
  themes: ['We also like to talk about {themes}.', 'Also on our minds: {themes}.'],
  nothingSaid: 'a day at {brand}',
  nothingKnown: 'our everyday work',
}
