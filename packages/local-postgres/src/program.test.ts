import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { findProgram, type Program, removeOtherPrograms, stageProgram } from './program.ts'

let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rheos-program-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
})

test('finds the PostgreSQL of this machine', () => {
  expect(findProgram()).toMatchObject({ major: '18', version: expect.stringMatching(/^18\./) })
})

test('says in one sentence that there is none for a machine', () => {
  expect(() => findProgram('sunos', 'x64')).toThrow(
    'Rheos brings no PostgreSQL for sunos on x64. Set DATABASE_URL to one of your own.',
  )
})

test('links stay inside the staged copy, also when an install without scripts left them out', () => {
  const program = withoutLinks(findProgram())
  const staged = stageProgram(program, home)
  const links = readdirSync(join(staged, 'lib')).filter((name) =>
    lstatSync(join(staged, 'lib', name)).isSymbolicLink(),
  )
  expect(links).toContain('libpq.so.5')
  for (const name of links) {
    expect(readlinkSync(join(staged, 'lib', name))).not.toMatch(/[/]/)
    expect(existsSync(join(staged, 'lib', name))).toBe(true)
  }
})

test('everyone may read and run the staged copy, whatever the umask was', () => {
  const program = withoutLinks(findProgram())
  chmodSync(join(program.packageDir, 'native', 'bin', 'postgres'), 0o700)
  chmodSync(join(program.packageDir, 'native', 'share'), 0o700)
  const staged = stageProgram(program, home)
  expect(statSync(join(staged, 'bin', 'postgres')).mode & 0o777).toBe(0o755)
  expect(statSync(join(staged, 'share')).mode & 0o777).toBe(0o755)
})

test('other versions are removed, the one in use stays', () => {
  const program: Program = { version: '18.9.0', major: '18', packageDir: '' }
  for (const version of ['18.4.0', '18.9.0']) mkdirSync(join(home, `program-${version}`))
  mkdirSync(join(home, 'cluster'))
  removeOtherPrograms(program, home)
  expect(readdirSync(home).sort()).toEqual(['cluster', 'program-18.9.0'])
})

function withoutLinks(program: Program): Program {
  const packageDir = join(home, 'package')
  cpSync(program.packageDir, packageDir, { recursive: true, verbatimSymlinks: true })
  const library = join(packageDir, 'native', 'lib')
  for (const name of readdirSync(library)) {
    if (lstatSync(join(library, name)).isSymbolicLink()) rmSync(join(library, name))
  }
  return { ...program, packageDir }
}
