/** What people ask for most. */
export const wishes = [
  { label: 'Punchier', instruction: 'Make it punchier: shorter sentences, stronger verbs' },
  { label: 'Half as long', instruction: 'Make it half as long and keep the point' },
  { label: 'Clearer', instruction: 'Make it clearer: plain words, one thought a sentence' },
  { label: 'Fix grammar', instruction: 'Fix grammar and spelling and change nothing else' },
] as const
