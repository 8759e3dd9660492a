/** The one address that takes a form with a file instead of JSON. */
export function isUpload(path: string): boolean {
  return /^\/api\/v1\/workspaces\/[^/]+\/assets$/.test(path)
}
