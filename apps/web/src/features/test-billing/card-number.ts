/** `4242 4242 4242 4242`, of whatever was typed so far. */
export function cardNumberText(typed: string): string {
  const digits = typed.replace(/\D/g, '').slice(0, 16)
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}
