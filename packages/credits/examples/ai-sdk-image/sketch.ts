import type { ImageModelV3 } from '@ai-sdk/provider'

/** An empty picture of one point. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** Stands in for a provider: needs no key, makes one image in a call, and declines some prompts. */
export const sketch: ImageModelV3 = {
  specificationVersion: 'v3',
  provider: 'sketch',
  modelId: 'pencil',
  maxImagesPerCall: 1,
  async doGenerate({ prompt, n }) {
    if (prompt?.includes('impossible')) throw new Error('The provider declined the prompt.')
    return {
      images: Array.from({ length: n }, () => png),
      warnings: [],
      response: { timestamp: new Date(), modelId: 'pencil', headers: undefined },
    }
  },
}
