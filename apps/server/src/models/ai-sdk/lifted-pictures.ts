import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

/** Pictures that were lifted out of the answers of one call, by the names that stand in their place. */
const lifted = new AsyncLocalStorage<Map<string, Uint8Array>>()

/** Strings that are shorter cost next to nothing to read. */
const liftedBytesMin = 64 * 1024
const quote = '"'.charCodeAt(0)

/**
 * While `work` calls a service, pictures are lifted out of its answers. A service sends them as
 * megabytes of base64 in JSON: to read those as text and as JSON would keep everybody waiting.
 */
export function liftingPictures<Result>(work: () => Promise<Result>): Promise<Result> {
  return lifted.run(new Map(), work)
}

/** What was lifted out of an answer of this call, or what a string of it says in base64. */
export function pictureIn(text: string): Uint8Array {
  return lifted.getStore()?.get(text) ?? Buffer.from(text, 'base64')
}

/** The answer with names in the place of its pictures; as it is where nobody asked for that. */
export async function liftPictures(response: Response): Promise<Response> {
  const pictures = lifted.getStore()
  const isJson = response.headers.get('content-type')?.includes('json')
  if (pictures === undefined || !isJson || !response.body) return response
  const { status, statusText } = response
  const headers = new Headers(response.headers)
  // It is unpacked by now, and shorter.
  for (const name of ['content-length', 'content-encoding']) headers.delete(name)
  return new Response(await rest(response, pictures), { status, statusText, headers })
}

/** An answer that breaks off does so for whoever reads it. */
async function rest(
  response: Response,
  pictures: Map<string, Uint8Array>,
): Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>> {
  try {
    return withoutPictures(Buffer.from(await response.arrayBuffer()), pictures)
  } catch (error) {
    return new ReadableStream({ start: (controller) => controller.error(error) })
  }
}

function withoutPictures(
  json: Buffer<ArrayBuffer>,
  pictures: Map<string, Uint8Array>,
): Buffer<ArrayBuffer> {
  const kept: Buffer[] = []
  let from = 0
  let begin = json.indexOf(quote)
  while (begin !== -1) {
    const end = json.indexOf(quote, begin + 1)
    if (end === -1) break
    const picture = pictureBetween(json, begin + 1, end)
    if (picture) {
      const name = `picture-${randomUUID()}`
      pictures.set(name, picture)
      kept.push(json.subarray(from, begin + 1), Buffer.from(name))
      from = end
    }
    begin = end
  }
  return kept.length === 0 ? json : Buffer.concat([...kept, json.subarray(from)])
}

/** Undefined where there is anything in between that is not base64. */
function pictureBetween(json: Buffer, begin: number, end: number): Uint8Array | undefined {
  const characters = end - begin
  if (characters < liftedBytesMin) return undefined
  const bytes = Buffer.from(json.toString('latin1', begin, end), 'base64')
  // The decoder passes over what it does not know.
  return bytes.byteLength >= Math.floor(((characters - 2) * 3) / 4) ? bytes : undefined
}
