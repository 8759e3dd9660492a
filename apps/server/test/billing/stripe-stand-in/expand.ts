import { badRequest } from './stripe-problem.ts'

const depthMax = 4

/** Finds an object by its id, for a field that is asked for whole. */
export type Lookup = (id: string) => object | undefined

/** Puts whole objects where ids stand, along each path; what was not asked for stays an id or is left out. */
export function expanded<T extends object>(
  answer: T,
  paths: readonly string[],
  lookup: Lookup,
  /** Fields that are there only when asked for. */
  hidden: ReadonlySet<string>,
): T {
  for (const path of paths) {
    if (path.split('.').length > depthMax)
      throw badRequest(`You cannot expand more than ${depthMax} levels of a property.`, 'expand')
  }
  return expandWithin(answer, paths, lookup, hidden) as T
}

function expandWithin(
  value: unknown,
  paths: readonly string[],
  lookup: Lookup,
  hidden: ReadonlySet<string>,
): unknown {
  if (Array.isArray(value)) return value.map((item) => expandWithin(item, paths, lookup, hidden))
  if (typeof value !== 'object' || value === null) return value
  const result: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    const asked = paths.some((path) => path === key || path.startsWith(`${key}.`))
    if (hidden.has(key) && !asked) continue
    const whole = asked && typeof inner === 'string' ? lookup(inner) : undefined
    if (asked && typeof inner === 'string' && whole === undefined)
      throw badRequest(`This property cannot be expanded (${key}).`, 'expand')
    result[key] = expandWithin(whole ?? inner, below(paths, key), lookup, hidden)
  }
  return result
}

function below(paths: readonly string[], key: string): string[] {
  return paths
    .filter((path) => path.startsWith(`${key}.`))
    .map((path) => path.slice(key.length + 1))
}
