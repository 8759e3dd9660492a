import type { FormData } from 'undici'
import { z } from 'zod'
import { callNetwork } from '../http/call-network.ts'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { telegramError } from './errors.ts'

export const credentialsSchema = z.object({ token: z.string() })

const telegram = { name: 'Telegram', errorOf: telegramError }

export interface BotCall {
  readonly token: string
  readonly method: string
  readonly json?: unknown
  readonly form?: FormData
  readonly commits?: boolean
  readonly signal: AbortSignal
}

export function telegramCall(
  environment: NetworkEnvironment,
  { token, method, json, form, commits = false, signal }: BotCall,
): Promise<NetworkAnswer> {
  return callNetwork(environment, telegram, {
    method: 'POST',
    url: `${environment.apiUrl ?? 'https://api.telegram.org'}/bot${token}/${method}`,
    ...(json !== undefined && { json }),
    ...(form !== undefined && { body: form }),
    commits,
    timeoutMs: 60_000,
    signal,
  })
}
