import type { ZodError } from 'zod'

type Issue = ZodError['issues'][number]

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** What is wrong with one field, in words for a person. A schema's own words come first. */
export function issueWords(issue: Issue): string {
  // A message that a schema was given is a phrase; those of the library begin with a capital.
  if (!/^[A-Z]/.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return typeWordsOf(issue.expected, issue.message)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'unrecognized_keys':
      return `the field “${issue.keys[0]?.slice(0, 60)}” is not known`
    case 'too_small':
      return boundWords('at least', issue.minimum, issue.origin)
    case 'too_big':
      return boundWords('at most', issue.maximum, issue.origin)
    case 'invalid_union':
      return 'options' in issue && issue.options ? oneOf(issue.options) : 'is not as it must be'
    default:
      return 'is not as it must be'
  }
}

/** The choices that are told of many: a sentence of twenty names says less than one of five. */
const toldChoices = 5

function oneOf(values: readonly unknown[]): string {
  const named = values.filter((value) => value !== undefined).map((value) => `“${String(value)}”`)
  const more = named.length - toldChoices
  if (more <= 1) return `must be ${named.join(' or ')}`
  return `must be ${named.slice(0, toldChoices).join(', ')} or one of ${more} others`
}

function typeWordsOf(expected: string, message: string): string {
  return message.endsWith('received undefined')
    ? 'is missing'
    : `must be ${typeWords[expected] ?? expected}`
}

function boundWords(bound: string, limit: number | bigint, origin: string): string {
  if (origin === 'string') return `must have ${bound} ${limit} characters`
  if (origin === 'array') return `must have ${bound} ${limit} entries`
  return `must be ${bound} ${limit}`
}
