/** The addresses that take a form with a file instead of JSON. */
export function isUpload(path: string): boolean {
  return /^\/api\/v1\/workspaces\/[^/]+\/(assets|brands\/[^/]+\/documents)$/.test(path)
}

/** Where files come in pieces; how much may come is counted while it does. */
export function isUploadPiece(path: string): boolean {
  return /^\/api\/v1\/workspaces\/[^/]+\/uploads\/[^/]+$/.test(path)
}

/** Where the frame comes that stands for a video. */
export function isPoster(path: string): boolean {
  return /^\/api\/v1\/workspaces\/[^/]+\/assets\/[^/]+\/poster$/.test(path)
}
