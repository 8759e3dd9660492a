/** `1 credit`, `1,500 credits`. */
export function creditsText(credits: number): string {
  return `${numberText(credits)} ${credits === 1 ? 'credit' : 'credits'}`
}

/** What a button says of its price. */
export function priceText(credits: number): string {
  return credits === 0 ? 'free' : creditsText(credits)
}

export function numberText(credits: number): string {
  return credits.toLocaleString('en-GB')
}
