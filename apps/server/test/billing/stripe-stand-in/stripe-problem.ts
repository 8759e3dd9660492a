/** An answer of Stripe's that something cannot be done. */
export class StripeProblem extends Error {
  readonly status: number
  readonly body: { readonly error: Readonly<Record<string, unknown>> }

  constructor(status: number, error: Readonly<Record<string, unknown>> & { message: string }) {
    super(error.message)
    this.status = status
    this.body = { error: { type: 'invalid_request_error', ...error } }
  }
}

export function noSuch(what: string, id: string): StripeProblem {
  const message = `No such ${what}: '${id}'`
  return new StripeProblem(404, { code: 'resource_missing', message, param: 'id' })
}

export function badRequest(message: string, param?: string): StripeProblem {
  return new StripeProblem(400, { message, ...(param !== undefined && { param }) })
}
