import type { OpenaiStandIn } from '../providers/openai-stand-in.ts'

/** The settings by which a server talks to the stand-in. */
export function providerEnvironment(
  standIn: OpenaiStandIn,
  timeoutSeconds = 2,
): Record<string, string> {
  return {
    AI_PROVIDER: 'openai-compatible',
    AI_BASE_URL: standIn.baseUrl,
    AI_API_KEY: 'a-key',
    AI_TEXT_MODEL: 'text-model',
    AI_IMAGE_MODEL_STANDARD: 'image-model',
    AI_IMAGE_MODEL_PRO: 'image-model-pro',
    AI_TIMEOUT_SECONDS: String(timeoutSeconds),
  }
}
