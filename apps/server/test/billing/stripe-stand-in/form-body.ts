type Value = string | Value[] | { [key: string]: Value }

/** `items[0][price]=x&metadata[a]=b` as the nested values that it means. */
export function parseForm(text: string): Record<string, unknown> {
  const root: { [key: string]: Value } = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/\[|\]\[|\]/).filter((part, index) => index === 0 || part !== '')
    put(root, path, value)
  }
  return withLists(root) as Record<string, unknown>
}

function put(into: { [key: string]: Value }, [key = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    into[key] = value
    return
  }
  const inner = into[key] ?? {}
  into[key] = inner
  put(inner as { [key: string]: Value }, rest, value)
}

/** What is counted from 0 was a list. */
function withLists(value: Value): Value {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const)
  const counted = entries.length > 0 && entries.every(([key], index) => key === String(index))
  return counted ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
