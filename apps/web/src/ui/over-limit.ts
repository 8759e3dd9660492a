const number = new Intl.NumberFormat('en-GB')

/** What is said of a text that is too long: “4,000 of 2,000 characters”; nothing where it fits. */
export function overLimit(text: string, limit: number | undefined): string | undefined {
  if (limit === undefined || text.length <= limit) return undefined
  return `${number.format(text.length)} of ${number.format(limit)} characters`
}

/** What a button says that a too long text holds up. */
export function tooLong(what: string, text: string, limit: number): string | undefined {
  return overLimit(text, limit) && `The ${what} is too long. Shorten it first.`
}
