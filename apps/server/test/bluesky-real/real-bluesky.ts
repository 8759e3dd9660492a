/** Bluesky's own server, as `scripts/test-bluesky.mjs` says where it is, and what is asked of it directly. */
export interface RealBluesky {
  readonly url: string
  readonly host: string
  readonly did: string
  readonly handle: string
  readonly appPassword: string
}

export interface RealRecord {
  readonly uri: string
  readonly cid: string
  readonly value: {
    readonly text: string
    readonly facets?: readonly {
      readonly index: { readonly byteStart: number; readonly byteEnd: number }
      readonly features: readonly Readonly<Record<string, string>>[]
    }[]
    readonly embed?: {
      readonly images: readonly {
        readonly alt: string
        readonly image: { readonly mimeType: string; readonly size: number }
      }[]
    }
    readonly reply?: {
      readonly root: { readonly uri: string }
      readonly parent: { readonly uri: string }
    }
  }
}

export function realBluesky(): RealBluesky {
  const told = JSON.parse(process.env['RHEOS_REAL_BLUESKY'] ?? '') as Omit<RealBluesky, 'host'>
  return { ...told, host: new URL(told.url).host }
}

/** Another account with an app password, and the way to take that away. */
export async function anotherAccount(server: RealBluesky, name: string) {
  const handle = `${name}.test`
  const made = await ask(server, 'com.atproto.server.createAccount', {
    handle,
    email: `${name}@example.com`,
    password: 'a long enough password',
  })
  const token = String(made['accessJwt'])
  const app = await ask(server, 'com.atproto.server.createAppPassword', { name: 'studio' }, token)
  return {
    ...server,
    did: String(made['did']),
    handle,
    appPassword: String(app['password']),
    revoke: () => ask(server, 'com.atproto.server.revokeAppPassword', { name: 'studio' }, token),
  }
}

/** Every post of an account as the server lists them, the oldest first. */
export async function recordsAt({ url, did }: RealBluesky): Promise<readonly RealRecord[]> {
  const query = new URLSearchParams({
    repo: did,
    collection: 'app.bsky.feed.post',
    limit: '100',
    reverse: 'true',
  })
  const answer = await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query}`)
  if (!answer.ok) throw new Error(`listRecords: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { records: RealRecord[] }).records
}

async function ask(
  { url }: RealBluesky,
  method: string,
  body: object,
  token?: string,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(`${url}/xrpc/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${text}`)
  return text === '' ? {} : JSON.parse(text)
}
