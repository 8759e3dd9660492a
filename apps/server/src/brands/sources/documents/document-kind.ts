export type DocumentKind = 'pdf' | 'docx' | 'text'

const decoder = new TextDecoder('utf-8', { fatal: true })
/** Files that look like text at first and are something else. */
const binaryStarts = ['\u0089PNG', 'GIF8', 'ÿØÿ', 'Rar!', '7z', '\u007fELF', '{\\rtf']

/** What a file is, told from its bytes whatever it is called; undefined for what cannot be read. */
export function documentKind(bytes: Uint8Array): DocumentKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\u0003\u0004')) return 'docx'
  if (binaryStarts.some((sign) => start.startsWith(sign))) return undefined
  return textOf(bytes) === undefined ? undefined : 'text'
}

/** The text of a text file in UTF-8, UTF-16 with a mark, or what Windows wrote before; else undefined. */
export function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return undefined
  try {
    return decoder.decode(bytes)
  } catch {
    return windowsText(bytes)
  }
}

/** Bytes that are mostly letters are an old text file; noise is not. */
function windowsText(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1252').decode(bytes)
  const letters = text.match(/[\p{L}\p{N}\s.,;:!?'"()-]/gu)?.length ?? 0
  return letters / text.length > 0.9 ? text : undefined
}
