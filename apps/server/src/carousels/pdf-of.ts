import PDFDocument from 'pdfkit'
import { designAlt } from '../designs/design-alt.ts'
import { designSizes } from '../designs/design-sizes.ts'
import type { ReadyDesign } from '../designs/designs.ts'
import type { Exported, Paint } from './exported.ts'

/** Points for each pixel. */
const scale = 0.75

/** A page for each slide, as wide as it is; what is to be read on it is told to those who do not see it. */
export function pdfOf(
  slides: readonly ReadyDesign[],
  paint: Paint,
  { title }: { readonly title: string },
): Pick<Exported, 'mediaType' | 'stream'> {
  const document = new PDFDocument({
    autoFirstPage: false,
    tagged: true,
    displayTitle: true,
    lang: slides[0]?.brand?.language ?? 'en',
    info: { Title: title === '' ? 'Carousel' : title, Creator: 'Rheos' },
  })
  let next = 0
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      document.on('data', (chunk: Buffer) => controller.enqueue(new Uint8Array(chunk)))
      document.on('end', () => controller.close())
      document.on('error', (error: Error) => controller.error(error))
    },
    async pull() {
      const slide = slides[next]
      next += 1
      if (slide === undefined) {
        if (next === slides.length + 1) document.end()
        return
      }
      addPage(document, slide, (await paint(slide)).bytes)
    },
  })
  return { mediaType: 'application/pdf', stream }
}

function addPage(
  document: PDFKit.PDFDocument,
  { design, brand }: ReadyDesign,
  bytes: Uint8Array,
): void {
  const { width, height } = designSizes[design.aspect]
  const size: [number, number] = [width * scale, height * scale]
  document.addPage({ size, margin: 0 })
  const figure = document.struct('Figure', { alt: designAlt(design, brand) }, () => {
    document.image(Buffer.from(bytes), 0, 0, { width: size[0], height: size[1] })
  })
  document.addStructure(figure)
  figure.end()
}
