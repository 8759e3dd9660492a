/** What a post holds at most, as the server has it. */
export const bodyMax = 20_000
export const altMax = 5000
export const mediaMax = 35
export const threadMax = 50
