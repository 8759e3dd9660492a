import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type DroppedFile, droppedFiles } from './dropped-files.ts'

export interface UploadAreaProps {
  readonly onFiles: (files: readonly DroppedFile[]) => void
  readonly children: ReactNode
}

/** Takes pictures, videos and folders of them that are dropped on it, or pasted anywhere on the page. */
export function UploadArea({ onFiles, children }: UploadAreaProps) {
  const [over, setOver] = useState(false)
  // Moving over a child leaves the parent as far as the browser is concerned; only the sum counts.
  const depth = useRef(0)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      const files = Array.from(event.clipboardData?.files ?? [])
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files.map((file) => ({ file, folders: [] })))
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])

  function moved(event: DragEvent, step: 1 | -1): void {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    depth.current += step
    setOver(depth.current > 0)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the upload button beside it.
    <div
      className="relative"
      onDragEnter={(event) => moved(event, 1)}
      onDragLeave={(event) => moved(event, -1)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault()
      }}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        void droppedFiles(event.dataTransfer).then((files) => {
          if (files.length > 0) onFiles(files)
        })
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-0 z-10 flex items-start justify-center rounded-xl border-2 border-dashed border-accent bg-accent-soft/80 pt-32">
          <p className="text-lg font-semibold text-accent-ink">Drop files to add them</p>
        </div>
      )}
    </div>
  )
}
