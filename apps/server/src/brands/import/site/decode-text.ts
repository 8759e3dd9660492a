/** Makes text of bytes. Declarations are often wrong, so the bytes themselves are heard first. */
export function decodeText(bytes: Uint8Array, headerCharset: string | undefined): string {
  const marked = bomCharset(bytes)
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes)
  const utf8 = tryDecode(bytes, 'utf-8', true)
  // Letters beyond ASCII that happen to be valid UTF-8 are UTF-8, whatever is declared.
  if (utf8 !== undefined && !isAscii(bytes)) return utf8
  const declared = headerCharset ?? declaredCharset(bytes)
  const text = declared === undefined ? utf8 : tryDecode(bytes, declared)
  if (text !== undefined && isMostlyWhole(text)) return text
  return utf8 ?? new TextDecoder('windows-1252').decode(bytes)
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80)
}

/** A bad byte or two do not make a charset wrong. */
function isMostlyWhole(text: string): boolean {
  const broken = text.split('\ufffd').length - 1
  if (broken === 0) return true
  const beyondAscii = (text.match(/[^\p{ASCII}]/gu) ?? []).length
  return broken < beyondAscii / 10
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
