/** Which provider serves, and how it is reached. */
export interface ModelsConfig {
  readonly provider: 'builtin' | 'google' | 'fal' | 'openai-compatible'
  readonly timeoutSeconds: number
  readonly google?: KeyedService | undefined
  readonly fal?: KeyedService | undefined
  readonly openaiCompatible?: OpenaiCompatibleService | undefined
}

export interface KeyedService {
  readonly apiKey: string
  readonly baseUrl?: string
}

export interface OpenaiCompatibleService {
  readonly baseUrl: string
  readonly apiKey: string
  readonly textModel: string
  readonly imageModelStandard: string
  readonly imageModelPro: string
}
