const nameMax = 80

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
}

/** The name somebody gave a file, without folders, control characters and what systems forbid. */
export function cleanFileName(given: string): string | undefined {
  const base = given.split(/[/\\]/).at(-1) ?? ''
  const clean = base
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return clean === '' ? undefined : firstLetters(clean, 200)
}

/** As much of a name as may stand: never half a letter, which no header and no database takes. */
export function firstLetters(name: string, max: number): string {
  return name.slice(0, max).replace(/\p{Surrogate}/gu, '')
}

/** A name for the file that is downloaded: from its own name, else from what it shows. */
export function downloadName(
  asset: { readonly fileName: string | null; readonly describedAs: string; readonly id: string },
  mediaType: string,
): string {
  const described = asset.describedAs.replace(/[/\\]/g, ' ')
  const named = asset.fileName?.replace(/\.[A-Za-z0-9]{1,5}$/, '') ?? described
  const words = firstLetters(cleanFileName(named) ?? '', nameMax).trim()
  return `${words === '' ? `rheos-${asset.id.slice(0, 8)}` : words}.${extensions[mediaType] ?? 'img'}`
}

/** RFC 6266: a plain name for old clients, the true one in UTF-8. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
