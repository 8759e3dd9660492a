import { z } from 'zod'

/** What is done to make an image: anew from a prompt, or from a picture that is there. */
export const imageActionSchema = z
  .enum(['generate', 'variation', 'edit', 'background', 'upscale'])
  .meta({ id: 'ImageAction' })
export type ImageAction = z.infer<typeof imageActionSchema>
