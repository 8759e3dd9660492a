import { PublishError } from '../../networks/publish-error.ts'
import type { Storage } from '../../storage/storage.ts'
import type { OpenMedia } from '../publishing-ports.ts'
import type { MediaLinks } from './media-links.ts'

/** Gives adapters the frozen files, as bytes and as addresses. */
export function openMediaFrom(storage: Storage, links: MediaLinks): OpenMedia {
  return (_workspaceId, { renditionKey, ...described }) => ({
    ...described,
    read: async () => {
      const file = await storage.get(renditionKey)
      if (file !== undefined) return file
      throw new PublishError({
        kind: 'rejected',
        code: 'media_missing',
        detail: `A ${described.mediaType.startsWith('video/') ? 'video' : 'picture'} of this post is missing on this server: put it into the post again.`,
      })
    },
    publicUrl: () => Promise.resolve(links.urlOf(renditionKey, described.mediaType)),
  })
}
