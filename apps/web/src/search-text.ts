/**
 * What stands after the `?` of a page's address is text and nothing else: the router would read
 * `?prompt=123` as a number and `?prompt={"a":1}` as an object, and pages are written for text.
 */
export function readSearch(query: string): Record<string, string> {
  const parts = [...new URLSearchParams(query)].filter(([, text]) => text !== '')
  return Object.fromEntries(parts)
}

export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(search).flatMap(([key, text]) =>
    text === undefined ? [] : [[key, String(text)]],
  )
  const query = new URLSearchParams(parts).toString()
  return query === '' ? '' : `?${query}`
}

/** Names the parts of its address that a page reads. */
export function searchOf<Key extends string>(...keys: readonly Key[]) {
  return (search: Readonly<Record<string, unknown>>): { readonly [K in Key]?: string } =>
    Object.fromEntries(
      keys.flatMap((key) => (search[key] === undefined ? [] : [[key, String(search[key])]])),
    ) as { [K in Key]?: string }
}
