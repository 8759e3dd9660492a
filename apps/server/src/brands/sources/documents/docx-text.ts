import mammoth from 'mammoth'
import yauzl from 'yauzl'
import { DocumentError } from './document-problem.ts'

const unpackedMax = 64 * 1024 * 1024
const entriesMax = 3000

/** The text of a Word document. What it unpacks to is measured before anything of it is parsed. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = await measured(buffer)
  if (!names.includes('word/document.xml')) throw new DocumentError('not_a_document')
  const { value } = await mammoth.extractRawText({ buffer })
  return value
}

/** The names of what is in an archive, each unpacked once to see that it stays within bounds. */
async function measured(buffer: Buffer): Promise<string[]> {
  const archive = await opened(buffer)
  const names: string[] = []
  let unpacked = 0
  for await (const entry of archive.eachEntry()) {
    names.push(entry.fileName)
    if (names.length > entriesMax || unpacked + entry.uncompressedSize > unpackedMax) {
      throw new DocumentError('unpacks_too_large')
    }
    // An archive may say less than it holds: what counts is what comes out.
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      unpacked += (chunk as Buffer).byteLength
      if (unpacked > unpackedMax) throw new DocumentError('unpacks_too_large')
    }
  }
  return names
}

async function opened(buffer: Buffer) {
  try {
    return await yauzl.fromBufferPromise(buffer)
  } catch (cause) {
    throw new DocumentError('unreadable', { cause })
  }
}
