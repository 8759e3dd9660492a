/** A replacement written as what it replaces: CHEAP → GOOD VALUE, Cheap → Good value. */
export function inCaseOf(quote: string, replacement: string): string {
  if (quote.length > 1 && quote === quote.toUpperCase() && quote !== quote.toLowerCase()) {
    return replacement.toUpperCase()
  }
  const [first = ''] = quote
  return first === first.toLowerCase() ? replacement : beganLarge(replacement)
}

function beganLarge(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
