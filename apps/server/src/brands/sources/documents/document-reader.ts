import { Worker } from 'node:worker_threads'
import { DocumentError, type DocumentProblem } from './document-problem.ts'
import type { DocumentText } from './read-document.ts'

const fromSource = import.meta.url.endsWith('.ts')
const thread = new URL(`./document-thread${fromSource ? '.ts' : '.js'}`, import.meta.url)
/** Run from its sources, the server needs what reads TypeScript in the thread too. */
const readingSources = `import('tsx/esm/api').then((tsx) => {
  tsx.register()
  return import(${JSON.stringify(thread.href)})
})`
const heapMb = 256
/** A file can unpack outside the heap, where only the process as a whole shows it. */
const growthMax = 700 * 1024 * 1024
const lookEveryMs = 50

/** What the thread answers. */
export type ThreadAnswer = DocumentText | { readonly problem: DocumentProblem }

/**
 * Reads a document in a thread of its own, which is ended when it takes longer than `timeoutMs` or
 * more memory than it may. Throws a {@link DocumentError}.
 */
export async function readDocumentApart(
  bytes: Uint8Array,
  options: { readonly charactersMax: number; readonly timeoutMs: number },
): Promise<DocumentText> {
  const worker = new Worker(fromSource ? readingSources : thread, {
    eval: fromSource,
    workerData: { bytes, charactersMax: options.charactersMax },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  })
  try {
    const answer = await answerOf(worker, options.timeoutMs)
    if ('problem' in answer) throw new DocumentError(answer.problem)
    return answer
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: Worker, timeoutMs: number): Promise<ThreadAnswer> {
  const before = process.memoryUsage.rss()
  const until = performance.now() + timeoutMs
  return new Promise((resolve, reject) => {
    const watch = setInterval(() => {
      const grown = process.memoryUsage.rss() - before
      if (performance.now() > until || grown > growthMax) end(new DocumentError('too_slow'))
    }, lookEveryMs)
    const end = (error: Error) => {
      clearInterval(watch)
      reject(error)
    }
    worker.once('message', (answer: ThreadAnswer) => {
      clearInterval(watch)
      resolve(answer)
    })
    worker.once('error', (cause) => end(isTooMuch(cause) ? new DocumentError('too_slow') : cause))
    worker.once('exit', () => end(new Error('The thread that reads documents ended silently.')))
  })
}

/** More memory than the thread may have; anything else is a fault of ours. */
function isTooMuch(cause: Error): boolean {
  return 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
