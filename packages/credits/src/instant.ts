/** Milliseconds since 1970-01-01T00:00:00Z. Always a parameter: the package never asks for the time. */
export type Instant = number

export const DAY_MS = 86_400_000
