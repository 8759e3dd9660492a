import type { CarouselStructure, SlideRole } from '@rheos/contract'

/** Ways through a carousel. Exactly one role of each comes several times when there is more room. */
export const carouselStructures: readonly CarouselStructure[] = [
  {
    id: 'point-per-slide',
    label: 'A point on each slide',
    whenToUse: 'Several points of equal weight that can be read in any order.',
    slides: [
      once('cover', 'Says what the points are about and why to swipe.'),
      again('point', 'One point: a line that stands alone and a sentence behind it.'),
      once('close', 'What to do with it.'),
    ],
    min: 4,
    max: 10,
  },
  {
    id: 'step-by-step',
    label: 'Step by step',
    whenToUse: 'Something the reader can do after you, in this order.',
    slides: [
      once('cover', 'Names the result.'),
      once('need', 'What to have at hand before beginning.'),
      again('step', 'One step that can be finished before the next.'),
      once('close', 'How to know that it worked, and what comes next.'),
    ],
    min: 5,
    max: 12,
  },
  {
    id: 'problem-solution',
    label: 'Problem and solution',
    whenToUse: 'Readers feel a problem and do not know its cause.',
    slides: [
      once('cover', 'Names the problem in the reader’s words.'),
      once('cost', 'What it costs to leave it as it is.'),
      once('cause', 'Where it comes from.'),
      again('solution', 'One part of the way out.'),
      once('close', 'The first step.'),
    ],
    min: 5,
    max: 10,
  },
  {
    id: 'myth-reality',
    label: 'Myth and reality',
    whenToUse: 'Beliefs about your subject that do not hold.',
    slides: [
      once('cover', 'Says whose beliefs are looked at.'),
      again('myth', 'A belief as people say it, and calmly what is true instead.'),
      once('close', 'What to remember of it.'),
    ],
    min: 3,
    max: 10,
  },
  {
    id: 'comparison',
    label: 'Comparison',
    whenToUse: 'A choice between two things, each right for somebody.',
    slides: [
      once('cover', 'Names both and who has to choose.'),
      once('first', 'The one at its best.'),
      once('second', 'The other at its best.'),
      again('criterion', 'One question that decides between them.'),
      once('verdict', 'Who should take which.'),
    ],
    min: 5,
    max: 10,
  },
  {
    id: 'story-arc',
    label: 'Story',
    whenToUse: 'Something happened, and it changed what came after.',
    slides: [
      once('cover', 'Opens in the middle of it.'),
      once('before', 'How things were.'),
      once('turn', 'The moment that changed it.'),
      again('effort', 'What was tried, and what came of it.'),
      once('after', 'How things are now.'),
      once('close', 'What the reader can take along.'),
    ],
    min: 6,
    max: 12,
  },
  {
    id: 'zoom-in',
    label: 'Zoom in',
    whenToUse: 'A big subject that is best understood by one small detail.',
    slides: [
      once('cover', 'The whole, from far away.'),
      once('part', 'The part that matters.'),
      again('detail', 'Closer: one detail that most people never see.'),
      once('meaning', 'What the detail says about the whole.'),
      once('close', 'Where to look from now on.'),
    ],
    min: 5,
    max: 10,
  },
]

function once(role: string, purpose: string): SlideRole {
  return { role, purpose, repeats: false }
}

function again(role: string, purpose: string): SlideRole {
  return { role, purpose, repeats: true }
}
