import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createGuardedFetch, type FetchBounds, type HostLookup } from './guarded-fetch.ts'

const open: Server[] = []

afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(
  listener: RequestListener,
): Promise<{ origin: string; hostPort: string; requests: string[] }> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    listener(request, response)
  })
  open.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, hostPort: `127.0.0.1:${port}`, requests }
}

const bounds = {
  accept: ['text/html', 'application/xhtml+xml'],
  maxBytes: 200_000,
  maxDecodedBytes: 1_000_000,
  timeoutMs: 5_000,
  maxRedirects: 5,
}

function fetcher(allowedHosts: readonly string[], lookup?: HostLookup) {
  const guarded = createGuardedFetch({
    allowedHosts,
    userAgent: 'Test/1.0',
    ...(lookup && { lookup }),
  })
  return (url: string, change: Partial<FetchBounds> = {}) =>
    guarded(url, { ...bounds, signal: new AbortController().signal, ...change })
}

const html = { 'content-type': 'text/html; charset=utf-8' }

describe('addresses that are not public', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://017700000001/',
    'http://0177.0.0.1/',
    'http://127.0.0.1./',
    'http://0/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://172.16.5.4/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://169.254.170.2/',
    'http://168.63.129.16/',
    'http://100.100.100.200/',
    'http://192.0.0.192/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://localhost/',
    'http://localhost./',
    'http://LOCALHOST:8080/',
    'http://app.localhost/',
    'http://printer.local/',
    'http://printer.local./',
    'http://metadata.google.internal/',
    'http://router.lan/',
    'http://intranet/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
  ])('%s is refused before anything is asked', async (url) => {
    let asked = 0
    const lookup: HostLookup = async () => {
      asked += 1
      return [{ address: '127.0.0.1', family: 4 }]
    }
    await expect(fetcher([], lookup)(url)).rejects.toMatchObject({ code: 'address_not_allowed' })
    expect(asked).toBe(0)
  })

  test.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::a00:1'],
    ['fd12::1'],
  ])('a public name that resolves to %s is refused', async (address) => {
    const lookup: HostLookup = async () => [{ address, family: address.includes(':') ? 6 : 4 }]
    await expect(fetcher([], lookup)('http://example.com/')).rejects.toMatchObject({
      code: 'address_not_allowed',
    })
  })

  test('one private answer among public ones is refused', async () => {
    const lookup: HostLookup = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    await expect(fetcher([], lookup)('http://example.com/')).rejects.toMatchObject({
      code: 'address_not_allowed',
    })
  })

  test('a name that changes its answer between check and connection gains nothing', async () => {
    const site = await serve((_request, response) => response.writeHead(200, html).end('secret'))
    const port = new URL(site.origin).port
    let asked = 0
    const lookup: HostLookup = async () => {
      asked += 1
      return [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]
    }
    const attempt = fetcher([], lookup)(`http://rebind.example.com:${port}/`, { timeoutMs: 1_000 })
    await expect(attempt).rejects.toMatchObject({ code: 'address_not_allowed' })
    expect(asked).toBe(1)
    expect(site.requests).toEqual([])
  })

  test('the connection goes to the address that was checked and the name is asked once', async () => {
    const site = await serve((request, response) =>
      response.writeHead(200, html).end(request.headers.host),
    )
    const port = new URL(site.origin).port
    let asked = 0
    const lookup: HostLookup = async () => {
      asked += 1
      return [{ address: asked === 1 ? '127.0.0.1' : '192.0.2.1', family: 4 }]
    }
    const host = `shop.example.com:${port}`
    const page = await fetcher([host], lookup)(`http://${host}/`)
    expect(Buffer.from(page.body).toString()).toBe(host)
    expect(asked).toBe(1)
  })

  test.each([
    ['http://127.0.0.1:1/'],
    ['http://localhost/'],
    ['http://169.254.169.254/latest/'],
    ['http://[::1]/'],
    ['//2130706433/'],
    ['http://inside.example.com/'],
  ])('a redirect to %s is refused', async (target) => {
    const site = await serve((_request, response) =>
      response.writeHead(302, { location: target }).end(),
    )
    const lookup: HostLookup = async () => [{ address: '10.0.0.8', family: 4 }]
    await expect(fetcher([site.hostPort], lookup)(`${site.origin}/`)).rejects.toMatchObject({
      code: 'address_not_allowed',
    })
    expect(site.requests).toEqual(['/'])
  })

  test('an allowed host opens that very port and no other', async () => {
    const site = await serve((_request, response) => response.writeHead(200, html).end('open'))
    const other = await serve((_request, response) => response.writeHead(200, html).end('closed'))
    const page = await fetcher([site.hostPort])(`${site.origin}/`)
    expect(Buffer.from(page.body).toString()).toBe('open')
    await expect(fetcher([site.hostPort])(`${other.origin}/`)).rejects.toMatchObject({
      code: 'address_not_allowed',
    })
    expect(other.requests).toEqual([])
  })

  test('a proxy in the environment is not used', async () => {
    const proxy = await serve((_request, response) => response.writeHead(200, html).end('proxy'))
    vi.stubEnv('HTTP_PROXY', proxy.origin)
    vi.stubEnv('http_proxy', proxy.origin)
    try {
      const site = await serve((_request, response) => response.writeHead(200, html).end('site'))
      const page = await fetcher([site.hostPort])(`${site.origin}/`)
      expect(Buffer.from(page.body).toString()).toBe('site')
      expect(proxy.requests).toEqual([])
    } finally {
      vi.unstubAllEnvs()
    }
  })
})

describe('addresses that are not addresses of pages', () => {
  test.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,hello',
    'gopher://example.com/',
    'http://name:secret@example.com/',
    'http://name@example.com/',
    'http://',
    'http://[fe80::1%25eth0]/',
    'http://exa mple.com/',
    'not an address',
    '',
  ])('%s is refused', async (url) => {
    await expect(fetcher([])(url)).rejects.toMatchObject({ code: 'invalid_url' })
  })

  test.each(['file:///etc/passwd', 'ftp://example.com/', 'http://a:b@example.com/'])(
    'a redirect to %s is refused',
    async (target) => {
      const site = await serve((_request, response) =>
        response.writeHead(301, { location: target }).end(),
      )
      await expect(fetcher([site.hostPort])(`${site.origin}/`)).rejects.toMatchObject({
        code: 'invalid_url',
      })
    },
  )
})

describe('answers that would not end', () => {
  test('an endless body is cut off', async () => {
    const site = await serve((_request, response) => {
      response.writeHead(200, html)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    await expect(fetcher([site.hostPort])(`${site.origin}/`)).rejects.toMatchObject({
      code: 'page_too_large',
    })
  })

  test('a body that trickles is given up after the time allowed', async () => {
    const site = await serve((_request, response) => {
      response.writeHead(200, html)
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    await expect(
      fetcher([site.hostPort])(`${site.origin}/`, { timeoutMs: 300 }),
    ).rejects.toMatchObject({
      code: 'site_unreachable',
      detail: expect.stringContaining('too long'),
    })
  })

  test('a server that never answers is given up after the time allowed', async () => {
    const site = await serve(() => undefined)
    await expect(
      fetcher([site.hostPort])(`${site.origin}/`, { timeoutMs: 200 }),
    ).rejects.toMatchObject({ code: 'site_unreachable' })
  })

  test('endless headers are refused', async () => {
    const site = await serve((_request, response) => {
      for (let n = 0; n < 200; n += 1) response.setHeader(`x-filler-${n}`, 'y'.repeat(1_000))
      response.writeHead(200, html).end('late')
    })
    await expect(fetcher([site.hostPort])(`${site.origin}/`)).rejects.toMatchObject({
      code: 'site_unreachable',
    })
  })

  test.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['deflate', deflateSync(Buffer.alloc(50_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])('a %s bomb is stopped', async (encoding, bomb) => {
    const site = await serve((_request, response) =>
      response.writeHead(200, { ...html, 'content-encoding': encoding }).end(bomb),
    )
    await expect(fetcher([site.hostPort])(`${site.origin}/`)).rejects.toMatchObject({
      code: 'page_too_large',
    })
  })

  test('a redirect loop ends', async () => {
    const site = await serve((_request, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    )
    await expect(fetcher([site.hostPort])(`${site.origin}/`)).rejects.toMatchObject({
      code: 'site_unreachable',
      detail: expect.stringContaining('forwarding'),
    })
    expect(site.requests).toHaveLength(6)
  })

  test('redirects share the time allowed', async () => {
    const site = await serve((_request, response) => {
      const timer = setTimeout(() => response.writeHead(302, { location: '/x' }).end(), 150)
      response.on('close', () => clearTimeout(timer))
    })
    await expect(
      fetcher([site.hostPort])(`${site.origin}/`, { timeoutMs: 250 }),
    ).rejects.toMatchObject({
      code: 'site_unreachable',
      message: expect.stringContaining('took too long'),
    })
  })
})

describe('answers', () => {
  test.each([
    ['gzip', gzipSync('hello')],
    ['br', brotliCompressSync('hello')],
    ['deflate', deflateSync('hello')],
    ['deflate', deflateRawSync('hello')],
    ['identity', Buffer.from('hello')],
    ['gzip', gzipSync('hello').subarray(0, -8)],
  ])('a body packed by %s is unpacked', async (encoding, body) => {
    const site = await serve((_request, response) =>
      response.writeHead(200, { ...html, 'content-encoding': encoding }).end(body),
    )
    const page = await fetcher([site.hostPort])(`${site.origin}/`)
    expect(Buffer.from(page.body).toString()).toBe('hello')
    expect(page).toMatchObject({ status: 200, contentType: 'text/html', charset: 'utf-8' })
  })

  test('the last address of a redirect is reported', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/') response.writeHead(301, { location: '/en/' }).end()
      else response.writeHead(200, html).end('there')
    })
    expect((await fetcher([site.hostPort])(`${site.origin}/`)).url).toBe(`${site.origin}/en/`)
  })

  test.each(['application/pdf', 'image/png', 'application/json', 'video/mp4'])(
    'a 200 of %s is not a page',
    async (type) => {
      const site = await serve((_request, response) =>
        response.writeHead(200, { 'content-type': type }).end('data'),
      )
      await expect(fetcher([site.hostPort])(`${site.origin}/`)).rejects.toMatchObject({
        code: 'not_html',
      })
    },
  )

  test('the body of an error page is not read', async () => {
    const site = await serve((_request, response) => response.writeHead(404, html).end('gone'))
    const page = await fetcher([site.hostPort])(`${site.origin}/`)
    expect(page.status).toBe(404)
    expect(page.body).toHaveLength(0)
  })

  test('a broken encoding, a refused connection and a cut one are told in one sentence', async () => {
    const broken = await serve((_request, response) =>
      response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('not gzip'),
    )
    const cut = await serve((_request, response) => {
      response.writeHead(200, { ...html, 'content-length': '1000' })
      response.write('half')
      setImmediate(() => response.destroy())
    })
    for (const [site, path] of [
      [broken, '/'],
      [cut, '/'],
    ] as const) {
      await expect(fetcher([site.hostPort])(`${site.origin}${path}`)).rejects.toMatchObject({
        code: 'site_unreachable',
        detail: expect.stringMatching(/^[A-Z][^\n]+\.$/),
      })
    }
    await expect(fetcher(['127.0.0.1:9'])('http://127.0.0.1:9/')).rejects.toMatchObject({
      code: 'site_unreachable',
    })
  })

  test('a name that is not known is told as such', async () => {
    const lookup: HostLookup = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
    }
    await expect(fetcher([], lookup)('https://no-such-site.example.com/')).rejects.toMatchObject({
      code: 'site_unreachable',
      detail: 'No site was found at this address; check its spelling.',
    })
  })

  test('an abort of the caller passes through as it is', async () => {
    const site = await serve(() => undefined)
    const controller = new AbortController()
    const reason = new Error('cancelled by the person')
    setTimeout(() => controller.abort(reason), 50)
    await expect(
      fetcher([site.hostPort])(`${site.origin}/`, { signal: controller.signal }),
    ).rejects.toBe(reason)
  })
})
