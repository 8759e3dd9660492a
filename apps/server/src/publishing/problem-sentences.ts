/** What is said of deliveries where the network itself said nothing. */
export const problems = {
  asked:
    'The answer of the network was lost, and only a person can see whether the post is there. Look, and say what you see.',
  missed:
    'Its time passed more than a day ago while it could not be sent, so it was not sent by surprise. Publish it now, or give it another time.',
  gaveUp: 'It could not be sent for a whole day. Try again when the network works.',
  notRenewed:
    'The permission of the account could not be renewed just now, so nothing was sent. It is tried again.',
  unexpected: 'Something unexpected happened on the way. It is tried again.',
} as const
