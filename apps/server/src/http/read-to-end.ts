/**
 * Lets `work` read a request's body, and reads what it left, up to so many bytes: whoever is refused in
 * the middle of sending would else find the connection closed instead of an answer.
 */
export async function readToEnd<T>(
  body: ReadableStream<Uint8Array>,
  bytesMax: number,
  work: (body: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const chunks = body[Symbol.asyncIterator]()
  // Without a way to end it early, which would cancel the body.
  const reading = { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }
  try {
    return await work(reading)
  } finally {
    await skip(chunks, bytesMax)
  }
}

async function skip(chunks: AsyncIterator<Uint8Array>, bytesMax: number): Promise<void> {
  try {
    for (let skipped = 0; skipped <= bytesMax; ) {
      const next = await chunks.next()
      if (next.done) return
      skipped += next.value.byteLength
    }
  } catch {
    // It broke off: nobody waits for an answer.
  }
}
