import type { Asset } from '@rheos/contract'
import type { DetailedError, Upload } from 'tus-js-client'
import { request } from './request.ts'
import { frameOf } from './video-frame.ts'

/** One file on its way into the library. */
export interface UploadRow {
  readonly key: string
  readonly name: string
  readonly isVideo: boolean
  readonly bytes: number
  /** Bytes that have arrived. */
  readonly sent: number
  readonly state: 'waiting' | 'sending' | 'paused' | 'failed' | 'done'
  /** Why it failed, in a sentence. */
  readonly trouble: string | undefined
  /** Trying again could help: the file itself is not what is wrong. */
  readonly canRetry: boolean
}

/** Where a file is to lie, and whom it belongs to. */
export interface UploadPlace {
  readonly folderId?: string | null
  readonly brandIds?: readonly string[]
}

interface Job {
  row: UploadRow
  readonly file: File
  readonly place: UploadPlace
  readonly settle: (asset: Asset | undefined) => void
  upload?: Upload
  /** The server has let go of it, so that there is nothing to give up any more. */
  isGone?: boolean
  /** What stands for a video, as soon as it is drawn. */
  frame?: Promise<Blob | undefined>
}

const atOnceMax = 3
const pieceBytes = 4 * 1024 * 1024
const retryDelays = [0, 1000, 3000, 5000]
/** Of a file that is not taken: it is too large, no picture or video, or not there any more. */
const goneStatuses = [404, 413, 415]
const lost = 'The connection was lost. It goes on where it stopped.'

/**
 * Sends files to the library, a few at once, in pieces that go on after a cut; the same file chosen
 * again after the page was closed goes on too. What speaks the protocol is loaded with the first file.
 */
export class UploadQueue {
  readonly #workspaceId: string
  readonly #onStored: (asset: Asset) => void
  readonly #newKey: () => string
  readonly #listeners = new Set<() => void>()
  #jobs: readonly Job[] = []
  #rows: readonly UploadRow[] = []

  constructor(options: {
    readonly workspaceId: string
    readonly onStored: (asset: Asset) => void
    readonly newKey: () => string
  }) {
    this.#workspaceId = options.workspaceId
    this.#onStored = options.onStored
    this.#newKey = options.newKey
    window.addEventListener('online', () => this.#goOn())
  }

  /** The same array for as long as nothing changes. */
  get rows(): readonly UploadRow[] {
    return this.#rows
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Answers once each has arrived or was given up, with those that arrived. */
  async add(files: readonly File[], place: UploadPlace = {}): Promise<readonly Asset[]> {
    const settled = files.map(
      (file) =>
        new Promise<Asset | undefined>((settle) => {
          const job: Job = { row: rowOf(file, this.#newKey()), file, place, settle }
          this.#jobs = [...this.#jobs, job]
          if (file.size > 0) return
          job.isGone = true
          this.#fail(job, `${file.name} is empty. Choose another file.`, false)
        }),
    )
    this.#changed()
    this.#begin()
    return (await Promise.all(settled)).filter((asset) => asset !== undefined)
  }

  pause(key: string): void {
    const job = this.#find(key)
    if (job === undefined) return
    void job.upload?.abort()
    this.#set(job, { state: 'paused' })
    this.#begin()
  }

  /** Goes on with what was paused, or tries again what failed. */
  resume(key: string): void {
    const job = this.#find(key)
    if (job === undefined) return
    this.#set(job, { state: 'waiting', trouble: undefined })
    this.#begin()
  }

  /** Takes a row away; what had not arrived is given up. */
  dismiss(key: string): void {
    const job = this.#find(key)
    if (job === undefined) return
    if (job.row.state !== 'done' && !job.isGone) void job.upload?.abort(true).catch(() => undefined)
    this.#jobs = this.#jobs.filter((other) => other !== job)
    job.settle(undefined)
    this.#changed()
    this.#begin()
  }

  /** Takes all rows away that have arrived. */
  clearDone(): void {
    this.#jobs = this.#jobs.filter(({ row }) => row.state !== 'done')
    this.#changed()
  }

  /** The network is back. */
  #goOn(): void {
    for (const { row } of this.#jobs) {
      if (row.state === 'failed' && row.canRetry) this.resume(row.key)
    }
  }

  #begin(): void {
    const sending = this.#jobs.filter(({ row }) => row.state === 'sending').length
    const next = this.#jobs.filter(({ row }) => row.state === 'waiting')
    for (const job of next.slice(0, Math.max(0, atOnceMax - sending))) {
      this.#set(job, { state: 'sending' })
      void this.#send(job)
    }
  }

  async #send(job: Job): Promise<void> {
    try {
      job.upload ??= await this.#open(job)
      if (job.row.state === 'sending') job.upload.start()
    } catch {
      this.#fail(job, lost, true)
    }
  }

  async #open(job: Job): Promise<Upload> {
    if (job.file.type.startsWith('video/')) job.frame = frameOf(job.file)
    const tus = await import('tus-js-client')
    const { folderId, brandIds = [] } = job.place
    const upload = new tus.Upload(job.file, {
      endpoint: `/api/v1/workspaces/${this.#workspaceId}/uploads`,
      chunkSize: pieceBytes,
      retryDelays,
      removeFingerprintOnSuccess: true,
      metadata: {
        filename: job.file.name,
        ...(folderId && { folderId }),
        ...(brandIds.length > 0 && { brandIds: brandIds.join(',') }),
      },
      onProgress: (sent) => this.#set(job, { sent }),
      onError: (error) => this.#failed(job, error),
      onSuccess: ({ lastResponse }) =>
        void this.#arrived(job, lastResponse.getHeader('upload-asset') ?? ''),
    })
    const [before] = await upload.findPreviousUploads()
    if (before !== undefined) upload.resumeFromPreviousUpload(before)
    return upload
  }

  async #arrived(job: Job, assetId: string): Promise<void> {
    try {
      const path = `/workspaces/${this.#workspaceId}/assets/${assetId}`
      const asset = (await this.#framed(job, path)) ?? (await request<Asset>(path))
      this.#set(job, { state: 'done', sent: job.row.bytes })
      this.#onStored(asset)
      job.settle(asset)
    } catch {
      this.#fail(job, lost, true)
    }
    this.#begin()
  }

  /** A video without a frame is shown as a tile: that is nothing to fail for. */
  async #framed(job: Job, path: string): Promise<Asset | undefined> {
    const body = await job.frame
    if (body === undefined) return undefined
    return request<Asset>(`${path}/poster`, { method: 'PUT', body }).catch(() => undefined)
  }

  #failed(job: Job, error: Error | DetailedError): void {
    const response = 'originalResponse' in error ? error.originalResponse : null
    const status = response?.getStatus() ?? 0
    job.isGone = goneStatuses.includes(status)
    const isRefused = status >= 400 && status < 500 && status !== 409
    this.#fail(job, isRefused ? sentenceIn(response?.getBody()) : lost, !isRefused)
    this.#begin()
  }

  #fail(job: Job, trouble: string, canRetry: boolean): void {
    this.#set(job, { state: 'failed', trouble, canRetry })
    if (!canRetry) job.settle(undefined)
  }

  #find(key: string): Job | undefined {
    return this.#jobs.find(({ row }) => row.key === key)
  }

  #set(job: Job, change: Partial<UploadRow>): void {
    job.row = { ...job.row, ...change }
    this.#changed()
  }

  #changed(): void {
    this.#rows = this.#jobs.map(({ row }) => row)
    for (const listener of this.#listeners) listener()
  }
}

function rowOf(file: File, key: string): UploadRow {
  return {
    key,
    name: file.name,
    isVideo: file.type.startsWith('video/'),
    bytes: file.size,
    sent: 0,
    state: 'waiting',
    trouble: undefined,
    canRetry: true,
  }
}

function sentenceIn(body: string | undefined): string {
  try {
    const problem: unknown = JSON.parse(body ?? '')
    if (typeof problem === 'object' && problem !== null && 'detail' in problem)
      return String(problem.detail)
  } catch {
    // Something between here and the server answered in its own words.
  }
  return 'This file was not taken. Try another one.'
}
