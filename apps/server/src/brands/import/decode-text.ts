/** Makes text of bytes: byte order mark, then HTTP header, then the document's own word, then a look at the bytes. */
export function decodeText(bytes: Uint8Array, headerCharset: string | undefined): string {
  const declared = bomCharset(bytes) ?? headerCharset ?? declaredCharset(bytes)
  if (declared !== undefined) {
    const text = tryDecode(bytes, declared)
    // A declaration that yields replacement characters where UTF-8 yields none is wrong.
    if (text !== undefined && !text.includes('\ufffd')) return text
  }
  const utf8 = tryDecode(bytes, 'utf-8', true)
  if (utf8 !== undefined) return utf8
  return tryDecode(bytes, declared ?? 'windows-1252') ?? new TextDecoder().decode(bytes)
}

function bomCharset(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** `<meta charset>`, its older form, an XML declaration or `@charset`. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1')
  return (/<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(start) ??
    /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(start) ??
    /^@charset\s+["']([\w.:-]{2,40})/i.exec(start))?.[1]
}

function tryDecode(bytes: Uint8Array, charset: string, fatal = false): string | undefined {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}
