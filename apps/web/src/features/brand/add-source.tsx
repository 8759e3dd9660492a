import type { Brand } from '@rheos/contract'
import { ClipboardPaste, FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useAddDocument } from '../../api/brand-sources.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Spinner } from '../../ui/spinner.tsx'
import { PasteText } from './paste-text.tsx'
import { ReadWebsite } from './read-website.tsx'

const accepted = '.pdf,.docx,.md,.markdown,.txt,text/plain,text/markdown,application/pdf'

/** The ways to a source: files chosen or dropped, pasted text, and the website. */
export function AddSource({ brand }: { readonly brand: Brand }) {
  const [pasting, setPasting] = useState(false)
  const [over, setOver] = useState(false)
  const { reading, failures, add } = useDocuments(brand.id)
  const input = useRef<HTMLInputElement>(null)

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    void add([...event.dataTransfer.files])
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the button within it beside it.
    <div
      className={classNames(
        'rounded-lg border border-dashed p-4 transition-colors sm:p-5',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept={accepted}
        multiple
        hidden
        aria-label="Documents to add"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // So that the same file can be chosen again after a failure.
          event.target.value = ''
          void add(files)
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={<FileUp size={16} aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          Add documents
        </Button>
        <Button
          icon={<ClipboardPaste size={16} aria-hidden="true" />}
          onClick={() => setPasting(true)}
        >
          Paste text
        </Button>
        <ReadWebsite brand={brand} label="Add a website" />
      </div>
      <p className="mt-3 text-sm text-muted">
        PDF, Word, Markdown or plain text, up to 20 MB each. Or drop them here.
      </p>
      <div role="status">
        {reading.map((name) => (
          <p key={name} dir="auto" className="mt-3 flex items-center gap-2 text-sm">
            <Spinner /> Reading {name}
          </p>
        ))}
      </div>
      {failures.map(({ name, detail }) => (
        <p key={name} role="alert" dir="auto" className="mt-3 text-sm text-danger">
          {name}: {detail}
        </p>
      ))}
      {pasting && <PasteText brandId={brand.id} onClose={() => setPasting(false)} />}
    </div>
  )
}

interface Failure {
  readonly name: string
  readonly detail: string
}

/** Reads documents one after the other; what could not be read is told by its name. */
function useDocuments(brandId: string) {
  const addDocument = useAddDocument(brandId)
  const [reading, setReading] = useState<readonly string[]>([])
  const [failures, setFailures] = useState<readonly Failure[]>([])

  async function add(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    setFailures([])
    setReading((names) => [...names, ...files.map(({ name }) => name)])
    for (const file of files) {
      try {
        await addDocument.mutateAsync(file)
      } catch (error) {
        const { detail } = problemFrom(error)
        setFailures((known) => [...known, { name: file.name, detail }])
      }
      setReading((names) => names.toSpliced(names.indexOf(file.name), 1))
    }
  }

  return { reading, failures, add }
}
