import { parentPort, workerData } from 'node:worker_threads'
import { DocumentError } from './document-problem.ts'
import type { ThreadAnswer } from './document-reader.ts'
import { readDocument } from './read-document.ts'

/** The thread that reads one document and ends: what a file does to it, it does to nobody else. */
const { bytes, charactersMax } = workerData as {
  readonly bytes: Uint8Array
  readonly charactersMax: number
}

const answer: ThreadAnswer = await readDocument(bytes, charactersMax).catch((error: unknown) => ({
  problem: error instanceof DocumentError ? error.problem : 'unreadable',
}))
parentPort?.postMessage(answer)
