import type { Hook, Intent, PostType } from '@rheos/contract'

const everyType: readonly PostType[] = ['text', 'image', 'carousel', 'video']
const spoken: readonly PostType[] = ['text', 'image', 'video']
const inSlides: readonly PostType[] = ['text', 'carousel', 'video']
const shown: readonly PostType[] = ['image', 'carousel', 'video']

/** Ways to begin a post. Square brackets are gaps that the writer fills with what is true. */
export const hooks: readonly Hook[] = [
  hook('bold-claim', ['provoke', 'prove', 'sell'], everyType, {
    label: 'Bold claim',
    whenToUse: 'You stand behind a sentence that others would soften.',
    exampleShape: '[Thing] matters more than [what everybody looks at].',
  }),
  hook('contrarian', ['provoke', 'educate'], everyType, {
    label: 'Against the grain',
    whenToUse: 'You do the opposite of what your trade takes for granted, and can say why.',
    exampleShape: 'Everybody says [advice]. We stopped doing it.',
  }),
  hook('list-tease', ['educate', 'sell', 'entertain'], inSlides, {
    label: 'List tease',
    whenToUse: 'You have several short points, and one of them surprises.',
    exampleShape: '[Number] things about [topic]. The last one changed how we work.',
  }),
  hook('framework', ['educate', 'prove'], inSlides, {
    label: 'Framework',
    whenToUse: 'You have a way of deciding that others can borrow.',
    exampleShape: 'We ask [number] questions before every [decision]. Here they are.',
  }),
  hook('milestone', ['announce', 'connect', 'inspire'], everyType, {
    label: 'Milestone',
    whenToUse: 'Something took a while and is there now.',
    exampleShape: '[Time] ago we [began]. Today [what is reached].',
  }),
  hook('before-after', ['prove', 'sell', 'inspire'], shown, {
    label: 'Before and after',
    whenToUse: 'The difference can be seen or counted.',
    exampleShape: 'Before: [state]. After: [state]. In between: [what was done].',
  }),
  hook('client-win', ['prove', 'sell'], everyType, {
    label: 'A customer’s win',
    whenToUse: 'A customer got somewhere and is glad to have it told.',
    exampleShape: '[Customer] wanted [goal]. This is what happened next.',
  }),
  hook('question', ['connect', 'provoke', 'entertain'], everyType, {
    label: 'Question',
    whenToUse: 'You want to hear the answer, and everybody has one.',
    exampleShape: 'What is the first thing that comes to mind with [topic]?',
  }),
  hook('story-open', ['connect', 'inspire', 'entertain', 'prove'], everyType, {
    label: 'Open in the middle',
    whenToUse: 'There was one moment that says it all.',
    exampleShape: '[Time of day], [place]. [Somebody] says: “[sentence]”.',
  }),
  hook('number-stat', ['educate', 'prove', 'provoke'], everyType, {
    label: 'One number',
    whenToUse: 'You have a figure of your own with a source.',
    exampleShape: '[Number] of [whole] [do something]. Guess why.',
  }),
  hook('myth-reality', ['educate', 'provoke'], inSlides, {
    label: 'Myth and reality',
    whenToUse: 'People repeat something that does not hold.',
    exampleShape: '“[What people say].” Not quite: [what is true].',
  }),
  hook('step-by-step', ['educate', 'sell'], inSlides, {
    label: 'Step by step',
    whenToUse: 'The reader could do it today if somebody said in which order.',
    exampleShape: 'How to [result], from [first step] to [last step].',
  }),
  hook('common-mistake', ['educate', 'provoke'], everyType, {
    label: 'Easy to miss',
    whenToUse: 'You see the same slip again and again, and it is quickly put right.',
    exampleShape: 'Most people [mistake]. It takes a minute to [fix].',
  }),
  hook('plain-words', ['educate', 'connect'], everyType, {
    label: 'In plain words',
    whenToUse: 'Your trade makes something sound harder than it is.',
    exampleShape: '[Jargon] means: [one plain sentence].',
  }),
  hook('short-version', ['sell', 'announce'], spoken, {
    label: 'The short version',
    whenToUse: 'The reader is in a hurry and the offer is simple.',
    exampleShape: '[Offer], in one minute: [what], [for whom], [how to get it].',
  }),
  hook('for-whom', ['sell', 'connect'], everyType, {
    label: 'For you if',
    whenToUse: 'It suits some people very well and others not at all.',
    exampleShape: 'This is for you if [situation]. If [other situation], skip it.',
  }),
  hook('what-to-expect', ['sell', 'announce', 'prove'], inSlides, {
    label: 'What to expect',
    whenToUse: 'People hesitate because they do not know what happens.',
    exampleShape: 'What happens when you [book/buy/visit]: [first], [then], [at the end].',
  }),
  hook('place-to-start', ['sell', 'educate', 'inspire'], everyType, {
    label: 'A place to start',
    whenToUse: 'The choice is large and newcomers stand in front of it.',
    exampleShape: 'New to [topic]? Start with [one thing].',
  }),
  hook('our-view', ['prove', 'provoke', 'connect'], spoken, {
    label: 'Our view',
    whenToUse: 'Your field talks about something, and you have looked closely.',
    exampleShape: 'People ask us what we think of [news]. Here it is.',
  }),
  hook('how-we-work', ['prove', 'connect', 'entertain'], everyType, {
    label: 'Behind the scenes',
    whenToUse: 'The work itself is worth watching.',
    exampleShape: 'What [result] looks like at [hour] in our [place].',
  }),
  hook('what-we-look-for', ['prove', 'educate'], inSlides, {
    label: 'What we look at first',
    whenToUse: 'An expert’s eye sees what a customer’s does not.',
    exampleShape: 'Hand us any [thing], and we look at [detail] first.',
  }),
  hook('ask-us-anything', ['prove', 'connect', 'educate'], spoken, {
    label: 'Ask us anything',
    whenToUse: 'You have time to answer in the comments today.',
    exampleShape: 'We have done [work] for [time]. Ask us anything about it.',
  }),
  hook('no-shortcuts', ['prove', 'inspire'], everyType, {
    label: 'The slow part',
    whenToUse: 'You keep a step that others leave out.',
    exampleShape: '[Step] takes [time]. We could skip it. We do not, because [reason].',
  }),
  hook('favourite-part', ['connect', 'entertain'], everyType, {
    label: 'Our favourite part',
    whenToUse: 'Somebody in the team lights up when they speak of it.',
    exampleShape: 'Ask [person] about [thing] and you will be here a while.',
  }),
  hook('why-we-care', ['connect', 'inspire', 'prove'], spoken, {
    label: 'Why we care',
    whenToUse: 'There is a reason behind the business that is not money.',
    exampleShape: 'Why [topic]? Because of [person, place or day].',
  }),
  hook('your-story', ['connect', 'entertain'], spoken, {
    label: 'Your story',
    whenToUse: 'Your readers have lived it themselves.',
    exampleShape: 'Tell us about your first [thing]. Ours: [one sentence].',
  }),
  hook('over-to-you', ['connect', 'entertain'], everyType, {
    label: 'Over to you',
    whenToUse: 'A real decision is open and you will follow the answers.',
    exampleShape: '[Option A] or [option B]? We do what you say.',
  }),
  hook('simpler-way', ['provoke', 'educate', 'inspire'], everyType, {
    label: 'Simpler than it looks',
    whenToUse: 'Something is made complicated by habit.',
    exampleShape: 'You do not need [equipment] for [result]. You need [one thing].',
  }),
  hook('what-if', ['provoke', 'inspire'], everyType, {
    label: 'What if',
    whenToUse: 'You can take one rule away and see what is left.',
    exampleShape: 'What if [thing everybody does] were not allowed?',
  }),
  hook('hard-part', ['provoke', 'prove', 'educate'], everyType, {
    label: 'The hard part',
    whenToUse: 'The difficulty lies elsewhere than people believe.',
    exampleShape: 'The hard part of [work] is not [guess]. It is [truth].',
  }),
  hook('start-small', ['inspire', 'educate'], everyType, {
    label: 'Start small',
    whenToUse: 'Readers put it off because it looks big.',
    exampleShape: 'You do not have to [big thing]. Begin with [tiny thing].',
  }),
  hook('picture-this', ['inspire', 'sell', 'entertain'], shown, {
    label: 'Picture this',
    whenToUse: 'The result is a scene that can be seen.',
    exampleShape: 'It is [time]. You [do something pleasant]. [Thing] is already done.',
  }),
  hook('reason-to-begin', ['inspire', 'announce', 'sell'], spoken, {
    label: 'A reason to begin',
    whenToUse: 'The season, the day or the weather gives you one.',
    exampleShape: 'It is [day or season]. A good day for [first step].',
  }),
  hook('quiet-minute', ['inspire', 'connect'], shown, {
    label: 'One quiet minute',
    whenToUse: 'Your readers are busy and would like to breathe.',
    exampleShape: 'For one minute, only this: [something to look at].',
  }),
  hook('reminder', ['inspire', 'educate', 'announce'], everyType, {
    label: 'A small reminder',
    whenToUse: 'Everybody knows it and nobody does it.',
    exampleShape: 'A small reminder: [true and simple sentence].',
  }),
  hook('the-news', ['announce'], everyType, {
    label: 'The news first',
    whenToUse: 'Something is new and needs no build-up.',
    exampleShape: 'New: [thing]. From [date], at [place].',
  }),
  hook('here-it-is', ['announce', 'sell'], shown, {
    label: 'Here it is',
    whenToUse: 'People have been waiting for it, or should have been.',
    exampleShape: 'Here it is: [thing].',
  }),
  hook('for-your-list', ['announce', 'sell', 'educate'], everyType, {
    label: 'For your list',
    whenToUse: 'There is a date or a thing worth writing down.',
    exampleShape: 'Put it on your list: [thing], [date].',
  }),
  hook('what-changes', ['announce', 'educate'], inSlides, {
    label: 'What changes',
    whenToUse: 'Something is different from now on, and customers will notice.',
    exampleShape: 'From [date], [change]. What stays: [what does not].',
  }),
  hook('first-look', ['announce', 'entertain', 'sell'], shown, {
    label: 'First look',
    whenToUse: 'It is not there yet and can already be shown.',
    exampleShape: 'Nobody has seen this before: [thing].',
  }),
  hook('expectation-reality', ['entertain', 'connect'], everyType, {
    label: 'Expectation and reality',
    whenToUse: 'You can laugh at yourselves.',
    exampleShape: 'Expectation: [ideal]. Reality: [what really happens].',
  }),
  hook('we-could-go-on', ['entertain', 'connect'], spoken, {
    label: 'We could go on',
    whenToUse: 'You know far too much about something small.',
    exampleShape: 'We could talk about [detail] for hours. We have been asked not to.',
  }),
  hook('you-know-someone', ['entertain', 'sell'], everyType, {
    label: 'You know someone',
    whenToUse: 'Readers will think of a friend at once.',
    exampleShape: 'Everybody knows one person who [habit]. Hello to you.',
  }),
  hook('two-kinds', ['entertain', 'provoke'], everyType, {
    label: 'Two kinds of people',
    whenToUse: 'There are two camps, and neither is wrong.',
    exampleShape: 'There are two kinds of people: those who [A], and those who [B].',
  }),
  hook('emoji-game', ['entertain', 'connect'], spoken, {
    label: 'A small game',
    whenToUse: 'You want many quick answers.',
    exampleShape: '[Topic], but you may only answer in [rule].',
  }),
  hook('lesson-learned', ['educate', 'connect', 'inspire'], everyType, {
    label: 'Lesson learned',
    whenToUse: 'It went wrong once and you can tell it.',
    exampleShape: 'We got [thing] wrong for [time]. This is what we know now.',
  }),
  hook('confession', ['connect', 'entertain', 'provoke'], spoken, {
    label: 'An honest word',
    whenToUse: 'You admit something that others in your trade keep quiet.',
    exampleShape: 'We have to admit it: [small and true].',
  }),
  hook('comparison', ['educate', 'sell', 'prove'], inSlides, {
    label: 'Side by side',
    whenToUse: 'People choose between two things and compare the wrong points.',
    exampleShape: '[A] or [B]? It depends on [one question].',
  }),
  hook('last-call', ['sell', 'announce'], everyType, {
    label: 'Last call',
    whenToUse: 'There is a true end: a date, a number of places.',
    exampleShape: '[Thing] ends on [date]. After that: [what then].',
  }),
  hook('thank-you', ['connect', 'announce', 'prove'], everyType, {
    label: 'Thank you',
    whenToUse: 'Somebody made it possible and should hear it in public.',
    exampleShape: 'To everybody who [did something]: thank you for [what it led to].',
  }),
  hook('overheard', ['entertain', 'provoke', 'connect'], spoken, {
    label: 'Overheard',
    whenToUse: 'A sentence from everyday work is funnier than anything you could invent.',
    exampleShape: 'Heard today: “[sentence]”.',
  }),
  hook('checklist', ['educate', 'sell', 'announce'], inSlides, {
    label: 'Checklist',
    whenToUse: 'The reader will want to save it.',
    exampleShape: 'Before you [step], check: [point], [point], [point].',
  }),
]

function hook(
  id: string,
  intents: readonly Intent[],
  postTypes: readonly PostType[],
  words: Pick<Hook, 'label' | 'whenToUse' | 'exampleShape'>,
): Hook {
  return { id, ...words, intents: [...intents], postTypes: [...postTypes] }
}
