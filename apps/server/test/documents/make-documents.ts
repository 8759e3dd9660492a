import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'

type PdfOptions = ConstructorParameters<typeof PDFDocument>[0]

/** A PDF of pages with text, as a printer would make it. */
export function pdfOf(pages: readonly string[], options: PdfOptions = {}): Promise<Buffer> {
  return pdfWith((pdf) => {
    pages.forEach((text, index) => {
      if (index > 0) pdf.addPage()
      pdf.text(text)
    })
  }, options)
}

/** A PDF with a picture of text and no text, as a scanner makes it. */
export async function scannedPdf(): Promise<Buffer> {
  const picture = await sharp({
    create: { width: 400, height: 300, channels: 3, background: '#eeeeee' },
  })
    .png()
    .toBuffer()
  return pdfWith((pdf) => void pdf.image(picture, 0, 0, { width: 400 }))
}

function pdfWith(
  draw: (pdf: InstanceType<typeof PDFDocument>) => void,
  options: PdfOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument(options)
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
    draw(pdf)
    pdf.end()
  })
}

/** A Word document with these paragraphs. */
export function docxOf(paragraphs: readonly string[]): Buffer {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`)
    .join('')
  return zipOf([...docxFrame, ['word/document.xml', documentXml(body)]])
}

/** A small file that unpacks to `megabytes` of what looks like a Word document. */
export function docxBomb(megabytes: number, claimedBytes?: number): Buffer {
  const filling = Buffer.alloc(megabytes * 1024 * 1024, 0x20)
  return zipOf(
    [...docxFrame, ['word/document.xml', Buffer.concat([Buffer.from(documentXml('')), filling])]],
    claimedBytes,
  )
}

const namespaces = 'http://schemas.openxmlformats.org'
const docxFrame: readonly (readonly [string, string | Buffer])[] = [
  [
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="${namespaces}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="${namespaces}/package/2006/relationships"><Relationship Id="rId1" Type="${namespaces}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  ],
]

function documentXml(body: string): string {
  return `<?xml version="1.0"?><w:document xmlns:w="${namespaces}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** An archive of these files; `claimedBytes` is what the last of them says it unpacks to. */
export function zipOf(
  files: readonly (readonly [string, string | Buffer])[],
  claimedBytes?: number,
): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  files.forEach(([name, content], index) => {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const claimed = index === files.length - 1 ? (claimedBytes ?? raw.length) : raw.length
    // Of what is refused before it is unpacked, nobody looks at the sum, which takes seconds.
    const sum = raw.length > 1_000_000 ? 0 : crc32(raw)
    const sizes = [sum, packed.length, claimed]
    const local = header(0x04034b50, [20, 0, 8, 0, 0], sizes, [name.length, 0])
    locals.push(local, Buffer.from(name), packed)
    central.push(
      header(0x02014b50, [20, 20, 0, 8, 0, 0], sizes, [name.length, 0, 0, 0, 0, 0, 0], offset),
      Buffer.from(name),
    )
    offset += local.length + name.length + packed.length
  })
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function header(
  signature: number,
  before: readonly number[],
  sizes: readonly number[],
  after: readonly number[],
  offset?: number,
): Buffer {
  const parts = [
    uint(signature, 4),
    ...before.map((value) => uint(value, 2)),
    ...sizes.map((value) => uint(value, 4)),
    ...after.map((value) => uint(value, 2)),
    ...(offset === undefined ? [] : [uint(offset, 4)]),
  ]
  return Buffer.concat(parts)
}

function uint(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}
