/** One spelling for one page: without fragment, tracking parameters, index file and closing slash. */
export function pageKey(address: string): string {
  const url = new URL(address)
  const kept = [...url.searchParams].filter(
    ([name]) => !/^(utm_|fbclid|gclid|mc_|ref$|source$|replytocom)/i.test(name),
  )
  const query = new URLSearchParams(kept).toString()
  const path = url.pathname
    .replace(/\/(index|default|home)\.(html?|php|aspx?)$/i, '/')
    .replace(/\/+$/, '')
  return `${siteKey(url)}${path}${query === '' ? '' : `?${query}`}`
}

/** The same for `acme.com` and `www.acme.com`, under http and https. */
export function siteKey(url: URL): string {
  const port = url.port === '' ? '' : `:${url.port}`
  return `${url.hostname.replace(/\.$/, '').replace(/^www\./, '')}${port}`
}

export function isSameSite(address: string, home: string): boolean {
  return siteKey(new URL(address)) === siteKey(new URL(home))
}

const files =
  /\.(pdf|jpe?g|png|gif|webp|avif|svg|ico|zip|gz|tgz|rar|7z|dmg|exe|msi|apk|docx?|xlsx?|pptx?|odt|csv|txt|rtf|ics|vcf|mp3|mp4|mov|avi|webm|wav|ogg|css|js|mjs|json|xml|rss|atom|woff2?|ttf|otf|eot)$/i

const chores =
  /\/(wp-(login|admin|json)|login|log-in|signin|sign-in|signup|sign-up|register|account|my-account|mein-konto|cart|checkout|basket|warenkorb|panier|carrito|logout|password|search|suche|privacy|datenschutz|terms|agb|cookies?|cookie-policy|legal|tag|author|feed|rss|comment|cdn-cgi|sitemap)([/._-]|$)/i

/** Whether an address may be a page that tells something of the brand. */
export function mayBePage(address: string): boolean {
  const { pathname, href } = new URL(address)
  return href.length <= 500 && !files.test(pathname) && !chores.test(pathname)
}
