/**
 * What comes, in pieces of `pieceBytes` and a last one that may be shorter. When `body` breaks off, what
 * had come until then is still a piece; then the failure is thrown.
 */
export async function* piecesOf(
  body: AsyncIterable<Uint8Array>,
  pieceBytes: number,
): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(pieceBytes)
  let filled = 0
  const taken = () => {
    const whole = piece.slice(0, filled)
    filled = 0
    return whole
  }
  let failure: { readonly error: unknown } | undefined
  const chunks = body[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch((error: unknown) => ({ error }))
    if ('error' in next) failure = next
    if ('error' in next || next.done) break
    for (let chunk = next.value; chunk.byteLength > 0; ) {
      const fitting = chunk.subarray(0, pieceBytes - filled)
      piece.set(fitting, filled)
      filled += fitting.byteLength
      chunk = chunk.subarray(fitting.byteLength)
      if (filled === pieceBytes) yield taken()
    }
  }
  if (filled > 0) yield taken()
  if (failure !== undefined) throw failure.error
}
