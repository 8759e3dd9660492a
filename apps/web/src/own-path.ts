/** Only paths of this app: a link that someone was sent must not lead to another site. */
export function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value)
}
