import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

function citedRules(): ReadonlySet<string> {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts') || file.includes('contract/'))
      .map((file) => `${root}${folder}/${file}`),
  )
  const names = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:name: |test\(\s*|test\.each\([\s\S]*?\]\)\(\s*)['"`]\[(C\d+)\]/g,
    ),
  ])
  return new Set(names.map(([, rule]) => rule ?? ''))
}

function statedRules(): readonly string[] {
  const spec = readFileSync(`${root}SPEC.md`, 'utf8')
  return [...spec.matchAll(/^- \*\*(C\d+)\*\*/gm)].map(([, rule]) => rule ?? '')
}

const byNumber = (a: string, b: string) => Number(a.slice(1)) - Number(b.slice(1))

test('every rule of the specification has a test, and every rule cited exists', () => {
  expect([...citedRules()].sort(byNumber)).toEqual(statedRules())
})

test('rules are numbered without gaps', () => {
  const numbers = statedRules().map((rule) => Number(rule.slice(1)))
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})
