import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './root.mjs'

/** What no ready-made checker looks at. Prints one line for each finding, with the way out. */

const emptyWords = /^(utils?|helpers?|common|shared|misc|services?|managers?|lib|core|types)$/
/** Each rule that is stated has a test in this folder that quotes its number: its letter tells whose it is. */
const specifications = [
  { specification: 'packages/credits/SPEC.md', letter: 'C', folder: 'packages/credits/' },
  { specification: 'apps/server/src/billing/SPEC.md', letter: 'B', folder: 'apps/server/' },
  { specification: 'apps/server/src/publishing/SPEC.md', letter: 'D', folder: 'apps/server/' },
]
const linesMax = { source: 350, test: 700 }

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/fixtures/'))

const findings = [
  ...files.flatMap(sayingNothing),
  ...sources.flatMap(notKebab),
  ...sources.flatMap(tooLong),
  ...sources.flatMap(readingTheEnvironment),
  ...specifications.flatMap(rulesWithoutTests),
]
for (const finding of findings) console.log(finding)
process.exitCode = findings.length === 0 ? 0 : 1

function sayingNothing(file) {
  const word = file.split('/').find((part) => emptyWords.test(part.replace(/\.\w+$/, '')))
  return word === undefined ? [] : [`${file}: "${word}" says nothing; name it for what is in it`]
}

function notKebab(file) {
  const name = basename(file).replace(/^\./, '')
  if (/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name)) return []
  return [`${file}: file names are kebab-case`]
}

/** Comments and blank lines are free. */
function tooLong(file) {
  const lines = read(file)
    .split('\n')
    .filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length
  const max = isTest(file) ? linesMax.test : linesMax.source
  return lines > max ? [`${file}: ${lines} lines, at most ${max}; split it by what it does`] : []
}

function readingTheEnvironment(file) {
  if (!/^(apps|packages)\/[^/]+\/src\//.test(file) || isTest(file)) return []
  if (file === 'apps/server/src/config.ts' || !/process\.env\b/.test(read(file))) return []
  return [`${file}: only config.ts reads the environment; take the setting as a parameter`]
}

/** A rule is a heading or a list item that begins with its id, as in `**R7**`. */
function rulesWithoutTests({ specification, letter, folder }) {
  if (!files.includes(specification)) return []
  const rules = new Set(
    read(specification).match(new RegExp(`(?<=^[-#*\\s|]*)\\b${letter}\\d+[a-z]?\\b`, 'gm')),
  )
  const tested = sources.filter((file) => file.startsWith(folder)).map(read)
  const quoted = new Set(
    tested.flatMap(
      (text) => text.match(new RegExp(`(?<=\\[)${letter}\\d+[a-z]?(?=\\])`, 'g')) ?? [],
    ),
  )
  return [
    ...[...rules]
      .filter((rule) => !quoted.has(rule))
      .map((rule) => `${specification}: no test quotes the rule [${rule}]`),
    ...[...quoted]
      .filter((rule) => !rules.has(rule))
      .map((rule) => `${specification}: a test quotes [${rule}], which is no rule`),
  ]
}

function isTest(file) {
  return /\.test\.tsx?$|\/(test|e2e|testing)\/|^test\//.test(file)
}

function read(file) {
  return readFileSync(join(root, file), 'utf8')
}
