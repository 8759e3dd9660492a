import { liftPictures } from './lifted-pictures.ts'

const responseBytesMax = 80 * 1024 * 1024

/**
 * The way to one provider. Its answers are bounded, and what it points at elsewhere (fal's files, an
 * image given as an address) is fetched over HTTPS only and never shown the key.
 */
export function providerFetch(baseUrl: string): typeof fetch {
  const home = new URL(baseUrl).origin
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const away = url.origin !== home
    if (away && url.protocol !== 'https:')
      throw new TypeError(`a provider pointed at ${url.protocol}// outside its own host`)
    const response = await fetch(url, {
      ...withoutUnknownFields(init),
      ...(away && { headers: withoutKey(init?.headers) }),
    })
    return liftPictures(bounded(response))
  }
}

function withoutKey(headers: RequestInit['headers']): Headers {
  const kept = new Headers(headers)
  for (const name of ['authorization', 'x-goog-api-key']) kept.delete(name)
  return kept
}

/** gpt-image models always answer base64 and refuse to be asked for it. */
function withoutUnknownFields(init: RequestInit | undefined): RequestInit | undefined {
  if (typeof init?.body !== 'string' || !init.body.includes('"response_format":"b64_json"'))
    return init
  const body: unknown = JSON.parse(init.body)
  if (!isGptImageRequest(body)) return init
  const { response_format: _, ...rest } = body
  return { ...init, body: JSON.stringify(rest) }
}

function isGptImageRequest(body: unknown): body is { model: string; response_format?: unknown } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'model' in body &&
    typeof body.model === 'string' &&
    /^(.*\/)?(gpt-image|chatgpt-image)/.test(body.model)
  )
}

/** Whose length is told beforehand cannot be longer, unless it is packed; then counting it is idle. */
function saysItsSize({ headers }: Response): boolean {
  const length = Number(headers.get('content-length') ?? Number.NaN)
  return length <= responseBytesMax && !headers.has('content-encoding')
}

function bounded(response: Response): Response {
  if (!response.body || saysItsSize(response)) return response
  let bytes = 0
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > responseBytesMax) controller.error(new RangeError('the answer is too large'))
      else controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(limit), {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  })
}
