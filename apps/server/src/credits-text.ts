/** `1 credit`, `1,500 credits`. */
export function creditsText(credits: number): string {
  return `${numberText(credits)} ${credits === 1 ? 'credit' : 'credits'}`
}

export function numberText(credits: number): string {
  return credits.toLocaleString('en-GB')
}
