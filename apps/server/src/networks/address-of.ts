/** `base` with a path and a query; what is undefined is left out. */
export function addressOf(
  base: string,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined
  })
  const text = new URLSearchParams(given).toString()
  return `${base}${path}${text === '' ? '' : `?${text}`}`
}
