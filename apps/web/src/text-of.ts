/** What a page's address says for `key`; nothing where that is no text. */
export function textOf<Key extends string>(
  search: Record<string, unknown>,
  key: Key,
): { readonly [K in Key]?: string } {
  const value = search[key]
  return typeof value === 'string' && value !== ''
    ? ({ [key]: value } as { [K in Key]: string })
    : {}
}
