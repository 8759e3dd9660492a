import { z } from 'zod'
import type { Json, PrepareOrder } from '../../../src/networks/network-adapter.ts'
import type { NetworkEnvironment } from '../../../src/networks/network-environment.ts'
import { callBoard } from './connect.ts'

const pictureSchema = z.object({ id: z.string() })

/** Nobody sees a picture before a note shows it, so it may be brought beforehand: once. */
export async function prepareNote(
  environment: NetworkEnvironment,
  { session, content, key, replyTo, once, signal }: PrepareOrder,
): Promise<Json> {
  const pictures: string[] = []
  for (const media of content.media) {
    const id = await once(`picture-${media.assetId}`, async () => {
      const answer = await callBoard(environment, session, '/pictures', {
        method: 'POST',
        json: {
          mediaType: media.mediaType,
          alt: media.alt,
          base64: Buffer.from(await media.read()).toString('base64'),
        },
        signal,
      })
      return pictureSchema.parse(answer.json).id
    })
    pictures.push(id)
  }
  const answers = replyTo === undefined ? {} : { answers: replyTo.parent.remoteId }
  return { text: content.text, mark: key, pictures, ...answers }
}
