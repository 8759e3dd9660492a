import type { BrandSource } from '@rheos/contract'
import { useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useRenameSource, useSourceText } from '../../api/brand-sources.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.ts'
import { sourceFacts } from './source-words.ts'

export interface SourceDialogProps {
  readonly source: BrandSource
  readonly onClose: () => void
}

/** A source to read, exactly as a model may read of it, and to give another title. */
export function SourceDialog({ source, onClose }: SourceDialogProps) {
  const [title, setTitle] = useState(source.title)
  const text = useSourceText(source.id)
  const rename = useRenameSource(source.brandId)

  function save(): void {
    const clean = title.trim()
    if (clean === '') setTitle(source.title)
    if (clean === '' || clean === source.title) return
    rename.mutate(
      { sourceId: source.id, title: clean },
      { onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }) },
    )
  }

  return (
    <Dialog
      open
      onOpenChange={() => {
        save()
        onClose()
      }}
      title={source.title}
      description={sourceFacts(source)}
      width="wide"
    >
      <Field label="Title">
        <Input
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          onBlur={save}
        />
      </Field>
      <div className="mt-5">
        {text.data !== undefined ? (
          <section
            dir="auto"
            aria-label="Text of the source"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
            tabIndex={0}
            className="max-h-[50dvh] overflow-y-auto rounded-md border border-line p-4 text-sm leading-relaxed break-words whitespace-pre-wrap"
          >
            {text.data.text}
          </section>
        ) : text.isError ? (
          <ErrorNotice error={text.error} onRetry={() => void text.refetch()} />
        ) : (
          <Skeleton className="h-48 w-full rounded-md" />
        )}
      </div>
    </Dialog>
  )
}
