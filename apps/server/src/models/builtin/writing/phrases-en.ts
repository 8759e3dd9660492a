import type { Phrases } from './phrases.ts'

export const english: Phrases = {
  capitalNouns: false,
  hooks: {
    sell: [
      ['a place to start', 'If {topic} is on your list, start here.'],
      ['before and after', 'Before {topic}, after {topic}: what would change for you?'],
      ['the short version', '{Topic}, in one minute.'],
      ['who it is for', '{Topic}: who it is for, and who it is not for.'],
      ['what you get', 'What to expect from {topic}, without the small print.'],
    ],
    educate: [
      ['what people miss', 'One thing that is easy to miss about {topic}.'],
      ['step by step', '{Topic}, step by step.'],
      ['myth and reality', '{Topic}: what people say, and what is worth checking.'],
      ['three questions', 'Three questions to ask about {topic}.'],
      ['plain words', '{Topic}, in plain words.'],
    ],
    prove: [
      ['our side of it', 'What {topic} looks like from our side.'],
      ['how we work', 'How we go about {topic}, and why.'],
      ['what we check', 'What we look at first when it comes to {topic}.'],
      ['ask us anything', 'Ask us anything about {topic}.'],
      ['no shortcuts', 'The slow part of {topic}, and why we keep it.'],
    ],
    connect: [
      ['a question', 'What does {topic} mean to you?'],
      ['our favourite part', 'The part of {topic} we never tire of.'],
      ['why we care', 'Why we care about {topic}.'],
      ['a story to share', 'Everyone has a story about {topic}. What is yours?'],
      ['your turn', 'Your turn: {topic}.'],
    ],
    provoke: [
      ['simpler than it looks', 'Maybe {topic} is simpler than we all make it.'],
      ['an unpopular opinion', 'An unpopular opinion about {topic}.'],
      ['less fuss', 'Can we stop making {topic} complicated?'],
      ['what if', 'What if {topic} came first for once?'],
      ['the hard part', 'The hard part of {topic} may not be the one you expect.'],
    ],
    inspire: [
      ['start small', '{Topic}: start small, start now.'],
      ['imagine', 'Imagine {topic} exactly the way you would like it.'],
      ['a reason to begin', 'A good day to begin: {topic}.'],
      ['one quiet minute', 'Take one quiet minute for {topic}.'],
      ['a reminder', 'A reminder for anyone thinking about {topic}.'],
    ],
    announce: [
      ['news', 'News from {brand}: {topic}.'],
      ['it is here', 'Here it is: {topic}.'],
      ['for your list', 'Something for your list: {topic}.'],
      ['what changes', '{Topic}: what changes, and what stays.'],
      ['a first look', 'A first look at {topic}.'],
    ],
    entertain: [
      ['expectation and reality', '{Topic}: expectation and reality.'],
      ['if it could talk', 'If {topic} could talk, we would have to listen for a while.'],
      ['you know someone', 'We all know someone who takes {topic} very seriously.'],
      ['two kinds of people', 'There are two kinds of people when it comes to {topic}.'],
      ['bingo', '{Topic} bingo: which squares are yours?'],
    ],
  },
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
  bodies: {
    sell: [
      'Have a look, compare, and take your time to decide. If it suits you, the first step is a small one.',
      'No long speech. See whether it fits what you need, and ask us whatever is still open.',
    ],
    educate: [
      'Three questions help:\n\n1. What should be different afterwards?\n2. What is already there?\n3. What is the smallest next step?\n\nWrite the answers down. The rest gets easier.',
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
      'No names. But you thought of somebody just now, didn’t you?',
      'We will go first: guilty. And we would do it again.',
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
    entertain: ['Tag the person you thought of.', 'Which one are you?'],
  },
  about: '{brand}: {description}',
  audience: 'Made with {audience} in mind.',
  nothingSaid: 'a day at {brand}',
  nothingKnown: 'our everyday work',
}
