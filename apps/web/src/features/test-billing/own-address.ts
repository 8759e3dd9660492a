/** An address of this app, whoever wrote it; anything else leads to Settings → Billing. */
export function ownAddress(given: string | undefined, origin: string): string {
  const fallback = '/settings/billing'
  if (given === undefined || !URL.canParse(given, origin)) return fallback
  const url = new URL(given, origin)
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : fallback
}
