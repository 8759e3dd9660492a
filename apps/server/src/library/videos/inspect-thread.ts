import { parentPort, workerData } from 'node:worker_threads'
import type { ByteSource } from './byte-source.ts'
import type { FromThread, ThreadTask, ToThread } from './inspect-apart.ts'
import { inspectVideo } from './inspect-video.ts'

/** The thread that looks at one video and ends: what a file does to it, it does to nobody else. */
const { bytes, mediaType } = workerData as ThreadTask

const waiting = new Map<number, (read: Uint8Array) => void>()
parentPort?.on('message', ({ number, read }: ToThread) => {
  waiting.get(number)?.(read)
  waiting.delete(number)
})

let asked = 0
const file: ByteSource = {
  bytes,
  read: (from, to) =>
    new Promise((resolve) => {
      const number = asked++
      waiting.set(number, resolve)
      post({ number, from, to })
    }),
}

function post(message: FromThread): void {
  parentPort?.postMessage(message)
}

post(await inspectVideo(file, mediaType))
// What asks for bytes would keep it waiting for more.
parentPort?.close()
