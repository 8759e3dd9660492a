import { useAbout } from '../../api/account.ts'

/** Which writer is at work, when it is not an AI model. */
export function WriterNote() {
  const about = useAbout().data
  if (about === undefined || !about.models.writingBuiltIn)
    return 'Ideas, posts and captions in your brand’s voice.'
  return 'Built-in writer. Add a key for AI models to have posts written more freely.'
}
