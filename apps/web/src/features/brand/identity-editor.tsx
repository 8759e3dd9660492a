import { useState } from 'react'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { MarkdownView } from './markdown-view.tsx'

const starter = `# How we sound

## Do

- 

## Don’t

- 
`

export interface IdentityEditorProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The identity document: written as Markdown, read as a page. */
export function IdentityEditor({ value, onChange }: IdentityEditorProps) {
  const [mode, setMode] = useState<'read' | 'write'>(value === '' ? 'write' : 'read')
  return (
    <div>
      <div className="mb-3 flex items-center justify-between gap-3">
        <SegmentedControl
          label="Show the document to"
          value={mode}
          onChange={setMode}
          options={[
            { value: 'read', label: 'Read' },
            { value: 'write', label: 'Write' },
          ]}
        />
        <span className="text-xs text-muted tabular-nums">
          {value.length.toLocaleString('en-GB')} / 20,000
        </span>
      </div>
      {mode === 'write' ? (
        <Textarea
          aria-label="Identity document, Markdown"
          dir="auto"
          maxLength={20_000}
          className="min-h-72 font-mono text-sm leading-relaxed"
          placeholder={starter}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : value.trim() === '' ? (
        <p className="text-muted">
          Nothing here yet. Write how the brand speaks, what it does and what it never does.
        </p>
      ) : (
        <MarkdownView source={value} />
      )}
    </div>
  )
}
