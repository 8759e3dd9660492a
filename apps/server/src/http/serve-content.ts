import { contentDisposition } from '../library/file-name.ts'
import type { Content } from '../library/renditions.ts'
import { askedRange, noSuchRange, rangeHeaders } from './byte-range.ts'

/**
 * Asked for anew each time, since an upgrade lifts the mark from what was served a moment ago; what
 * is unchanged is answered without being rendered. Of a video a part is served too, where a player
 * asks for one.
 */
export async function serveContent(
  content: Content,
  request: Request,
  inline: boolean,
): Promise<Response> {
  const header = (name: string) => request.headers.get(name) ?? undefined
  const caching = { etag: content.etag, 'cache-control': 'private, no-cache' }
  if (isKnown(content.etag, header('if-none-match')))
    return new Response(null, { status: 304, headers: caching })
  const headers = {
    ...caching,
    'content-type': content.mediaType,
    'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', content.fileName),
    'x-content-type-options': 'nosniff',
  }
  const { bytes, etag } = content
  if (bytes === undefined) return whole(content, headers)
  const asked = { range: header('range'), ifRange: header('if-range') }
  const range = askedRange(asked, { bytes, etag })
  if (range === 'none') return noSuchRange(bytes)
  const part = range === 'whole' ? undefined : range
  return new Response(request.method === 'HEAD' ? null : await bodyOf(content, part), {
    status: part === undefined ? 200 : 206,
    headers: {
      ...headers,
      'accept-ranges': 'bytes',
      'content-length': String(bytes),
      ...(part && rangeHeaders(part, bytes)),
    },
  })
}

async function whole(content: Content, headers: Record<string, string>): Promise<Response> {
  const file = await content.read()
  const bytes = file instanceof Uint8Array ? file.byteLength : file.bytes
  return new Response(file instanceof Uint8Array ? new Uint8Array(file) : file.stream, {
    headers: { ...headers, 'content-length': String(bytes) },
  })
}

async function bodyOf(content: Content, range: Parameters<Content['read']>[0]) {
  const file = await content.read(range)
  return file instanceof Uint8Array ? new Uint8Array(file) : file.stream
}

function isKnown(etag: string, known: string | undefined): boolean {
  return known?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag) === true
}
