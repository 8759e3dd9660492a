import { Check, Pause, Play, RotateCw, X } from 'lucide-react'
import { useEffect } from 'react'
import type { UploadQueue, UploadRow } from '../../api/upload-queue.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { countText } from '../count-text.ts'
import { bytesText } from './bytes-text.ts'

const goneAfterMs = 4000

/**
 * The files on their way: how far each is, and what can be done about it. On a phone it stands among the
 * rest of the page, where it covers nothing.
 */
export function UploadTray({ uploads }: { readonly uploads: UploadQueue }) {
  const { rows } = uploads
  const isDone = rows.length > 0 && rows.every(({ state }) => state === 'done')
  useEffect(() => {
    if (!isDone) return
    const timer = setTimeout(() => uploads.clearDone(), goneAfterMs)
    return () => clearTimeout(timer)
  }, [isDone, uploads])
  if (rows.length === 0) return null
  const failed = rows.filter(({ state }) => state === 'failed')
  const others = rows.filter(({ state }) => state !== 'failed')
  const isOver = others.every(({ state }) => state === 'done')
  return (
    <section
      aria-label="Uploads"
      ref={showTray}
      className="mb-5 scroll-m-4 overflow-hidden rounded-xl border border-line bg-raised md:fixed md:end-6 md:bottom-6 md:z-30 md:mb-0 md:w-96 md:shadow-high"
    >
      <header className="flex items-center justify-between gap-3 border-b border-line ps-4 pe-2 py-1.5">
        <h2 role="status" className="text-sm font-medium">
          {headline(rows)}
        </h2>
        <IconButton
          size="sm"
          label={isOver ? 'Close' : 'Cancel all uploads'}
          icon={<X size={16} />}
          onClick={() => {
            for (const { key } of rows) uploads.dismiss(key)
          }}
        />
      </header>
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
        tabIndex={0}
        aria-label="Files"
        className="max-h-36 divide-y divide-line overflow-y-auto md:max-h-60"
      >
        {[...failed, ...others].map((row) => (
          <TrayRow key={row.key} row={row} uploads={uploads} />
        ))}
      </ul>
    </section>
  )
}

/** Among the rest it may appear out of sight. */
function showTray(tray: HTMLElement | null): void {
  tray?.scrollIntoView({ block: 'nearest' })
}

function headline(rows: readonly UploadRow[]): string {
  const done = rows.filter(({ state }) => state === 'done').length
  const failed = rows.filter(({ state }) => state === 'failed').length
  if (done === rows.length)
    return `${countText(done, rows.some(({ isVideo }) => isVideo) ? 'file' : 'picture')} uploaded`
  if (done + failed === rows.length) return `${failed} of ${rows.length} not uploaded`
  return `Uploading ${Math.min(done + 1, rows.length)} of ${rows.length}`
}

function TrayRow({ row, uploads }: { readonly row: UploadRow; readonly uploads: UploadQueue }) {
  return (
    <li className="flex items-center gap-1 py-2 ps-4 pe-2 text-sm">
      <div className="min-w-0 grow py-1">
        <div className="flex items-baseline justify-between gap-3">
          <span dir="auto" className="truncate font-medium">
            {row.name}
          </span>
          <span className="shrink-0 text-xs text-muted tabular-nums">{progressText(row)}</span>
        </div>
        {row.trouble === undefined ? (
          <ProgressBar
            label={`Upload of ${row.name}`}
            done={row.sent}
            total={row.bytes}
            className="mt-1.5"
          />
        ) : (
          <p role="alert" className="text-danger">
            {row.trouble}
          </p>
        )}
      </div>
      <RowActions row={row} uploads={uploads} />
    </li>
  )
}

function RowActions({ row, uploads }: { readonly row: UploadRow; readonly uploads: UploadQueue }) {
  if (row.state === 'done') {
    return (
      <span className="flex size-8 shrink-0 items-center justify-center text-success">
        <Check size={16} aria-label="Uploaded" />
      </span>
    )
  }
  const isPausable = row.state === 'sending' || row.state === 'waiting'
  return (
    <>
      {isPausable && (
        <IconButton
          size="sm"
          label={`Pause ${row.name}`}
          icon={<Pause size={16} />}
          onClick={() => uploads.pause(row.key)}
        />
      )}
      {row.state === 'paused' && (
        <IconButton
          size="sm"
          label={`Resume ${row.name}`}
          icon={<Play size={16} />}
          onClick={() => uploads.resume(row.key)}
        />
      )}
      {row.state === 'failed' && row.canRetry && (
        <IconButton
          size="sm"
          label={`Try ${row.name} again`}
          icon={<RotateCw size={16} />}
          onClick={() => uploads.resume(row.key)}
        />
      )}
      <IconButton
        size="sm"
        label={row.state === 'failed' ? `Dismiss ${row.name}` : `Cancel ${row.name}`}
        icon={<X size={16} />}
        onClick={() => uploads.dismiss(row.key)}
      />
    </>
  )
}

function progressText(row: UploadRow): string {
  if (row.state === 'waiting') return 'Waiting'
  if (row.state === 'paused') return `Paused at ${percent(row)}`
  if (row.state === 'sending') return percent(row)
  return bytesText(row.bytes)
}

function percent({ sent, bytes }: UploadRow): string {
  return `${Math.floor((sent / bytes) * 100)} %`
}
