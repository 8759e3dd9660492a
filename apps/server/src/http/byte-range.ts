import type { ByteRange } from '../storage/storage.ts'

/**
 * The part of a file that a request asks for (RFC 9110, 14). `whole`: it asks for none, or in a way
 * that need not be understood, as for several at once. `none`: nothing of the file lies there.
 */
export function askedRange(
  { range, ifRange }: { readonly range: string | undefined; readonly ifRange: string | undefined },
  file: { readonly bytes: number; readonly etag?: string },
): ByteRange | 'whole' | 'none' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range?.trim() ?? '')
  if (asked === null || (ifRange !== undefined && ifRange !== file.etag)) return 'whole'
  const [, from = '', to = ''] = asked
  if (from === '' && to === '') return 'whole'
  const end = file.bytes - 1
  const first = from === '' ? Math.max(0, file.bytes - Number(to)) : Number(from)
  const last = from === '' || to === '' ? end : Math.min(Number(to), end)
  if (to !== '' && from !== '' && Number(to) < first) return 'whole'
  return first > end || (from === '' && Number(to) === 0) ? 'none' : { first, last }
}

/** What is said of a part beside its type. */
export function rangeHeaders({ first, last }: ByteRange, bytes: number): Record<string, string> {
  return {
    'accept-ranges': 'bytes',
    'content-range': `bytes ${first}-${last}/${bytes}`,
    'content-length': String(last - first + 1),
  }
}

/** The answer where nothing lies at what was asked for. */
export function noSuchRange(bytes: number): Response {
  return new Response(null, {
    status: 416,
    headers: { 'accept-ranges': 'bytes', 'content-range': `bytes */${bytes}` },
  })
}
