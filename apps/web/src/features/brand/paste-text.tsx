import { useState } from 'react'
import { useAddDocument, useAddText } from '../../api/brand-sources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { countText } from '../count-text.ts'
import { countWords } from './identity-scaffold.ts'
import { pastedMax } from './source-words.ts'

export interface PasteTextProps {
  readonly brandId: string
  readonly onClose: () => void
}

/** Takes a text as a source. A very long one goes as a file, which may be larger. */
export function PasteText({ brandId, onClose }: PasteTextProps) {
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const addText = useAddText(brandId)
  const addDocument = useAddDocument(brandId)
  const error = addText.error ?? addDocument.error
  const busy = addText.isPending || addDocument.isPending

  async function add(): Promise<void> {
    const name = title.trim()
    try {
      if (text.length <= pastedMax) {
        await addText.mutateAsync({ text, ...(name && { title: name }) })
      } else await addDocument.mutateAsync(new File([text], `${name || 'Pasted text'}.txt`))
      onClose()
    } catch {
      // Said below; what was pasted stays.
    }
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Paste text"
      width="wide"
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="primary"
            disabled={text.trim() === ''}
            loading={busy}
            onClick={() => void add()}
          >
            Add as a source
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <Field label="Title" hint="Left empty, the first line is the title.">
          <Input maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field label="Text" aside={countText(countWords(text.slice(0, 200_000)), 'word')}>
          <Textarea
            className="min-h-48"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        {error !== null && <ErrorNotice error={error} />}
      </div>
    </Dialog>
  )
}
