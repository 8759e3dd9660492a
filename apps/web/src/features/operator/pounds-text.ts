const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })
const microsOfAPound = 1_000_000
const microsOfAPenny = 10_000

/** `£12.34`, of millionths of a pound. */
export function poundsText(micros: number): string {
  return pounds.format(micros / microsOfAPound)
}

/** What one unit costs, which may be a fraction of a penny: `2.964p`. */
export function penceText(micros: number): string {
  return `${(micros / microsOfAPenny).toLocaleString('en-GB', { maximumFractionDigits: 4 })}p`
}

/** The price that is meant by so many pence; nothing where it is none. */
export function microsOfPence(text: string): number | undefined {
  const written = text.trim()
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(written)) return undefined
  return Math.round(Number(written) * microsOfAPenny)
}

/** What is left of the worth: `82 %`; nothing where nothing was worth anything. */
export function shareText(value: number, cost: number): string {
  return value === 0 ? '–' : `${Math.round(((value - cost) / value) * 100)} %`
}
