import type { IntentFormula } from '@rheos/contract'

/** What a post may be to do. */
export const intentFormulas: readonly IntentFormula[] = [
  { id: 'sell', label: 'Sell', purpose: 'Make somebody want it and know the next step.' },
  { id: 'educate', label: 'Educate', purpose: 'Leave the reader able to do or judge something.' },
  { id: 'prove', label: 'Prove', purpose: 'Show that you do what you say, by how you do it.' },
  { id: 'connect', label: 'Connect', purpose: 'Start a conversation between people.' },
  { id: 'provoke', label: 'Provoke', purpose: 'Question a habit and invite disagreement, kindly.' },
  { id: 'inspire', label: 'Inspire', purpose: 'Make a first step feel possible.' },
  { id: 'announce', label: 'Announce', purpose: 'Tell news so that nobody has to ask twice.' },
  { id: 'entertain', label: 'Entertain', purpose: 'Give somebody a smile to pass on.' },
]
