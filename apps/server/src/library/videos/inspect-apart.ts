import { Worker } from 'node:worker_threads'
import type { ByteSource } from './byte-source.ts'
import type { VideoInspection } from './inspect-video.ts'
import type { VideoMediaType } from './video-format.ts'
import { damagedVideo } from './video-refused.ts'

const fromSource = import.meta.url.endsWith('.ts')
const thread = new URL(`./inspect-thread${fromSource ? '.ts' : '.js'}`, import.meta.url)
/** Run from its sources, the server needs what reads TypeScript in the thread too. */
const readingSources = `import('tsx/esm/api').then((tsx) => {
  tsx.register()
  return import(${JSON.stringify(thread.href)})
})`
const heapMb = 512

export interface ThreadTask {
  readonly bytes: number
  readonly mediaType: VideoMediaType
}

/** What the thread asks for, and in the end its answer. */
export type FromThread =
  | { readonly number: number; readonly from: number; readonly to: number }
  | VideoInspection

export interface ToThread {
  readonly number: number
  readonly read: Uint8Array
}

/**
 * Looks at a video in a thread of its own, which is ended when it takes longer than `timeoutMs` or more
 * memory than it may: a file can be made so that whoever reads it counts for ever. Such a one is refused.
 */
export async function inspectVideoApart(
  file: ByteSource,
  mediaType: VideoMediaType,
  timeoutMs: number,
): Promise<VideoInspection> {
  const task: ThreadTask = { bytes: file.bytes, mediaType }
  const worker = new Worker(fromSource ? readingSources : thread, {
    eval: fromSource,
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  })
  try {
    return await answerOf(worker, file, timeoutMs)
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: Worker, file: ByteSource, timeoutMs: number): Promise<VideoInspection> {
  const refused: VideoInspection = { ok: false, detail: damagedVideo().message }
  let patience: NodeJS.Timeout | undefined
  const answer = new Promise<VideoInspection>((resolve, reject) => {
    patience = setTimeout(() => resolve(refused), timeoutMs)
    worker.on('message', (message: FromThread) => {
      if ('ok' in message) return resolve(message)
      const { number, from, to } = message
      const send = (read: Uint8Array) =>
        worker.postMessage({ number, read: new Uint8Array(read) } satisfies ToThread)
      file.read(from, to).then(send, reject)
    })
    worker.once('error', (cause) => (isTooMuch(cause) ? resolve(refused) : reject(cause)))
    worker.once('exit', () => reject(new Error('The thread that reads videos ended silently.')))
  })
  return answer.finally(() => clearTimeout(patience))
}

/** More memory than the thread may have; anything else is a fault of ours. */
function isTooMuch(cause: Error): boolean {
  return 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
