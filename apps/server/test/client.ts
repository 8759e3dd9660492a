export type Headers = Readonly<Record<string, string>>

/** Speaks HTTP to a studio as a program would, and keeps the cookies it is given. */
export class Client {
  readonly url: string
  readonly #cookies = new Map<string, string>()

  constructor(url: string) {
    this.url = url
  }

  /** The same visitor at another address: cookies do not care about ports. */
  at(url: string): Client {
    const moved = new Client(url)
    for (const [name, value] of this.#cookies) moved.#cookies.set(name, value)
    return moved
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async request(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new globalThis.Headers(init.headers)
    if (this.#cookies.size > 0) headers.set('cookie', this.cookie)
    const answer = await fetch(new URL(path, this.url), {
      ...init,
      method,
      headers,
      redirect: 'manual',
    })
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie)
    return answer
  }

  get(path: string, headers: Headers = {}): Promise<Response> {
    return this.request('GET', path, { headers })
  }

  post(path: string, body?: unknown, headers: Headers = {}): Promise<Response> {
    return this.#send('POST', path, body, headers)
  }

  patch(path: string, body: unknown, headers: Headers = {}): Promise<Response> {
    return this.#send('PATCH', path, body, headers)
  }

  delete(path: string, headers: Headers = {}): Promise<Response> {
    return this.request('DELETE', path, { headers })
  }

  /** The body of a GET that must succeed. */
  async json<T>(path: string): Promise<T> {
    const answer = await this.get(path)
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }

  #send(method: string, path: string, body: unknown, headers: Headers): Promise<Response> {
    return this.request(method, path, {
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const [name = '', ...value] = pair.split('=')
    if (/max-age=0\b/i.test(cookie)) this.#cookies.delete(name)
    else this.#cookies.set(name, value.join('='))
  }
}
