import { Zip, ZipPassThrough } from 'fflate'
import type { ReadyDesign } from '../designs/designs.ts'
import type { Exported, Paint } from './exported.ts'

const extensions: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' }

/** Slides as numbered pictures. One is painted when the one before has been taken. */
export function zipOf(
  slides: readonly ReadyDesign[],
  paint: Paint,
  name: string,
): Pick<Exported, 'mediaType' | 'stream'> {
  let next = 0
  let zip: Zip | undefined
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        zip = new Zip((error, chunk, isFinal) => {
          if (error) return controller.error(error)
          controller.enqueue(chunk)
          if (isFinal) controller.close()
        })
      },
      async pull() {
        const slide = slides[next]
        next += 1
        if (slide === undefined) return zip?.end()
        const { bytes, mediaType } = await paint(slide)
        const number = String(next).padStart(2, '0')
        // Pictures are packed as they are.
        const entry = new ZipPassThrough(`${name}-${number}.${extensions[mediaType] ?? 'png'}`)
        zip?.add(entry)
        entry.push(bytes, true)
      },
      cancel: () => zip?.terminate(),
    },
    { highWaterMark: 1 },
  )
  return { mediaType: 'application/zip', stream }
}
