import type { ImageModel } from '../image-model.ts'

export function createBuiltinImageModel(): ImageModel {
  throw new Error('not yet')
}
