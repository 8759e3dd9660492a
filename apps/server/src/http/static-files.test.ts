import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staticFiles } from './static-files.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rheos-web-'))
  await mkdir(join(root, 'assets'))
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Rheos</title>')
  await writeFile(join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(root, 'assets/app-1a2b3c.js'), `export const x = '${'x'.repeat(5000)}'`)
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function ask(path: string, headers: Record<string, string> = {}) {
  return staticFiles(root).request(path, { headers })
}

test.each(['/', '/settings/billing', '/reset-password?token=abc'])(
  '%s is the page, asked anew each time',
  async (path) => {
    const answer = await ask(path)
    expect(await answer.text()).toContain('<title>Rheos</title>')
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  },
)

test('an asset named by its content is kept for ever, and comes compressed', async () => {
  const answer = await ask('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(answer.headers.get('content-type')).toContain('javascript')
  expect(answer.headers.get('content-encoding')).toBe('gzip')
})

test('other files are asked anew', async () => {
  const answer = await ask('/favicon.svg')
  expect(answer.headers.get('content-type')).toContain('image/svg+xml')
  expect(answer.headers.get('cache-control')).toBe('no-cache')
})

test.each([
  '/assets/gone-123.js',
  '/../package.json',
  '/%2e%2e/package.json',
  '/assets/..%2f..%2fx.js',
])('%s is not found, and not a page', async (path) => {
  const answer = await ask(path)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable')
})

test('what is not built is said', async () => {
  const answer = await staticFiles(join(root, 'nowhere')).request('/')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('npm run build')
})
