/** A broken invariant: a defect in this package or in its caller, never an expected "no". */
export class BrokenInvariantError extends Error {
  override readonly name = 'BrokenInvariantError'
}

/** Stays on in production: it aborts the transaction and the request that met it. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BrokenInvariantError(message)
}
