import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What the provider's process tells. */
export type FromProvider =
  | { readonly type: 'ready'; readonly port: number; readonly pictureBytes: number }
  | { readonly type: 'answered'; readonly ms: number }

/** A provider of images on loopback, in a process of its own, that has its answer ready. */
export interface PreparedProvider {
  readonly baseUrl: string
  readonly pictureBytes: number
  /** How long it took over its last call, in milliseconds. */
  lastMs(): number
  close(): Promise<void>
}

const program = fileURLToPath(new URL('provider-process.ts', import.meta.url))

/** Speaks OpenAI's protocol and answers every call with the same picture of 1024 × 1024 pixels. */
export async function startPreparedProvider(): Promise<PreparedProvider> {
  const child = fork(program)
  const [ready]: FromProvider[] = await once(child, 'message')
  if (ready?.type !== 'ready') throw new Error('The provider did not start.')
  let lastMs = 0
  child.on('message', (told: FromProvider) => {
    if (told.type === 'answered') lastMs = told.ms
  })
  const { port, pictureBytes } = ready
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    pictureBytes,
    lastMs: () => lastMs,
    close: async () => {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
