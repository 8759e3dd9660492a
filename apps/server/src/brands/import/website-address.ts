export type WebsiteAddress =
  | { readonly ok: true; readonly url: string; readonly schemeGiven: boolean }
  | { readonly ok: false; readonly code: 'invalid_url'; readonly detail: string }

const maxLength = 2000

/** Makes an address of what a person typed; `acme.com` is enough. Asks nobody whether it exists. */
export function parseWebsiteAddress(input: string): WebsiteAddress {
  const typed = input.trim()
  if (typed === '') return refused('Enter the address of the website, as example.com.')
  if (typed.length > maxLength) return refused('The address is too long; give the home page.')
  const schemeGiven = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed)
  if (!schemeGiven && isOtherScheme(typed)) return refused(onlyWeb)
  const address = schemeGiven ? typed : `https://${typed.replace(/^\/+/, '')}`
  if (/\s/.test(address) || !URL.canParse(address)) return refused(notAnAddress)
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused(onlyWeb)
  if (url.username !== '' || url.password !== '') {
    return refused('The address contains a user name or password; give it without.')
  }
  // A bare word is a typing slip far more often than the name of a machine.
  const isBareWord = !url.hostname.includes('.') && !url.hostname.startsWith('[') && url.port === ''
  if (!schemeGiven && isBareWord && url.hostname !== 'localhost') return refused(notAnAddress)
  url.hash = ''
  return { ok: true, url: url.href, schemeGiven }
}

const notAnAddress = 'This is not the address of a website; give one as example.com.'
const onlyWeb = 'Only addresses that begin with http:// or https:// can be read.'

/** `mailto:me@…`, `javascript:…` and `data:…`, but not `example.com:8080`. */
function isOtherScheme(typed: string): boolean {
  return /^[a-z][a-z0-9+-]*:(?!\d{1,5}(?:[/?#]|$))/i.test(typed)
}

function refused(detail: string): WebsiteAddress {
  return { ok: false, code: 'invalid_url', detail }
}
