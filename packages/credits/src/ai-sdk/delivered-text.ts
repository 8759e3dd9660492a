import type { LanguageModelV3GenerateResult, LanguageModelV3StreamPart } from '@ai-sdk/provider'

/** Whether an answer is worth paying for: it has content and did not end in an error. */
export function isContentful({ content, finishReason }: LanguageModelV3GenerateResult): boolean {
  if (finishReason.unified === 'error') return false
  return content.some((part) => !('text' in part) || part.text !== '')
}

/** Whether a part of a stream brings content, and not only news about the stream. */
export function isContent(part: LanguageModelV3StreamPart): boolean {
  switch (part.type) {
    case 'text-delta':
    case 'reasoning-delta':
      return part.delta !== ''
    case 'tool-call':
    case 'tool-result':
    case 'tool-approval-request':
    case 'file':
    case 'source':
      return true
    default:
      return false
  }
}
