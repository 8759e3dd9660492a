/** Stripe gives another object by its id, or whole where it was asked to. */
export function idOf(
  reference: string | { readonly id: string } | null | undefined,
): string | undefined {
  return typeof reference === 'string' ? reference : reference?.id
}
