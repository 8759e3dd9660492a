import { Bold, Heading, List } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { countText } from '../count-text.ts'
import { commandKey } from '../frame/command-key.ts'
import { countWords, identityScaffold } from './identity-scaffold.ts'
import { type MarkdownEdit, markdownEdit, nextItem, type Replacement } from './markdown-edits.ts'
import { MarkdownView } from './markdown-view.tsx'

const charactersMax = 20_000
type Mode = 'write' | 'read' | 'both'

const tools = [
  { edit: 'bold', label: 'Bold', key: 'b', icon: <Bold size={16} aria-hidden="true" /> },
  { edit: 'heading', label: 'Heading', key: 'h', icon: <Heading size={16} aria-hidden="true" /> },
  { edit: 'list', label: 'List', key: 'l', icon: <List size={16} aria-hidden="true" /> },
] as const satisfies readonly { readonly edit: MarkdownEdit; readonly [key: string]: unknown }[]

export interface IdentityEditorProps {
  readonly name: string
  readonly value: string
  /** Whether it is kept, beside the text. */
  readonly status?: ReactNode
  readonly onChange: (value: string) => void
}

/** The identity document: written as Markdown, read as a page, or both beside each other. */
export function IdentityEditor({ name, value, status, onChange }: IdentityEditorProps) {
  const [mode, setMode] = useState<Mode>(value === '' ? 'write' : 'read')
  const box = useRef<HTMLTextAreaElement>(null)
  if (value === '') {
    return (
      <EmptyIdentity
        onStart={() => {
          setMode('write')
          onChange(identityScaffold(name))
        }}
      />
    )
  }
  return (
    <div>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <ModeChoice mode={mode} onChange={setMode} />
        {mode !== 'read' && <Toolbar box={box} />}
        <span className="ms-auto">{status}</span>
        <span className="text-xs text-muted tabular-nums">
          {countText(countWords(value), 'word')}
          {value.length > charactersMax * 0.8 &&
            value.length <= charactersMax &&
            `, ${(charactersMax - value.length).toLocaleString('en-GB')} characters left`}
        </span>
      </div>
      <div className={mode === 'both' ? 'grid gap-5 lg:grid-cols-2' : ''}>
        {mode !== 'read' && <Source box={box} value={value} onChange={onChange} />}
        {mode !== 'write' && (
          <div className="min-w-0">
            <MarkdownView source={value} />
          </div>
        )}
      </div>
    </div>
  )
}

function ModeChoice(props: { readonly mode: Mode; readonly onChange: (mode: Mode) => void }) {
  return (
    <SegmentedControl
      label="Show the document to"
      value={props.mode}
      onChange={props.onChange}
      options={[
        { value: 'read', label: 'Read' },
        { value: 'write', label: 'Write' },
        { value: 'both', label: 'Side by side' },
      ]}
    />
  )
}

type Box = { readonly current: HTMLTextAreaElement | null }

function Toolbar({ box }: { readonly box: Box }) {
  return (
    <div role="toolbar" aria-label="Format" className="flex">
      {tools.map(({ edit, label, key, icon }) => (
        <IconButton
          key={edit}
          size="sm"
          label={`${label} (${commandKey()}${key === 'b' ? '' : '⇧'}${key.toUpperCase()})`}
          icon={icon}
          // The box keeps the focus and with it what is selected.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(box.current, edit)}
        />
      ))}
    </div>
  )
}

function Source({
  box,
  value,
  onChange,
}: {
  readonly box: React.RefObject<HTMLTextAreaElement | null>
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <Textarea
      ref={box}
      aria-label="Identity document, Markdown"
      dir="auto"
      limit={charactersMax}
      className="min-h-72 font-mono text-sm leading-relaxed"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKey}
    />
  )
}

function onKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.nativeEvent.isComposing) return
  const held = event.metaKey || event.ctrlKey
  const key = event.key.toLowerCase()
  const tool = tools.find((each) => each.key === key && event.shiftKey === (each.key !== 'b'))
  if (held && !event.altKey && tool !== undefined) {
    event.preventDefault()
    run(event.currentTarget, tool.edit)
  }
  if (event.key === 'Enter' && !held && !event.shiftKey) {
    const item = nextItem(selectedIn(event.currentTarget))
    if (item === undefined) return
    event.preventDefault()
    replace(event.currentTarget, item)
  }
}

function run(box: HTMLTextAreaElement | null, edit: MarkdownEdit): void {
  if (box !== null) replace(box, markdownEdit(edit, selectedIn(box)))
}

function selectedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) {
  return { text: value, start: selectionStart, end: selectionEnd }
}

/** As if it were typed, so that the box's own undo takes it back. */
function replace(box: HTMLTextAreaElement, { from, to, text, start, end }: Replacement): void {
  box.focus()
  box.setSelectionRange(from, to)
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
  box.setSelectionRange(start, end)
}

function EmptyIdentity({ onStart }: { readonly onStart: () => void }) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong p-6">
      <p className="max-w-prose text-muted">
        Say how the brand speaks, what it does and what it never says. Everything written for it
        reads this first.
      </p>
      <div className="mt-4">
        <Button onClick={onStart}>Start the document</Button>
      </div>
    </div>
  )
}
