import type { Draft } from '@rheos/contract'
import { Trash2 } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { PausePanel } from '../credits/pause-panel.tsx'
import { SaveMark } from '../save-mark.tsx'
import { CharacterCount } from './character-count.tsx'
import { CopyButton } from './copy-button.tsx'
import { isPlatform, platformFacts, platformNames } from './platforms.ts'
import { PostSheet } from './post-sheet.tsx'
import { type DraftEditor, useDraftEditor } from './use-draft-editor.ts'
import type { Text } from './use-text.ts'
import { WriteFromIdea } from './write-from-idea.tsx'

export interface DraftEditorViewProps {
  readonly draft: Draft
  readonly writing: Text
  readonly onDelete: (draft: Draft) => void
}

/** A draft on its sheet: written in place, saved as one writes. */
export function DraftEditorView({ draft, writing, onDelete }: DraftEditorViewProps) {
  const editor = useDraftEditor(draft)
  const { view, edit } = editor
  return (
    <>
      {view.state === 'idea' && <PausePanel />}
      <Conflict editor={editor} />
      <PostSheet aside={<DraftAside editor={editor} writing={writing} onDelete={onDelete} />}>
        <textarea
          aria-label="Title"
          dir="auto"
          rows={1}
          maxLength={200}
          placeholder="Title, for you"
          className="field-sizing-content mb-4 outline-none block w-full resize-none bg-transparent text-xl font-semibold"
          value={view.title}
          onChange={(event) => edit({ title: event.target.value.replaceAll('\n', ' ') })}
        />
        <textarea
          aria-label="Text"
          dir="auto"
          maxLength={20_000}
          placeholder={view.state === 'idea' ? 'What the idea is' : 'Write your post'}
          className="field-sizing-content block min-h-72 outline-none w-full resize-none bg-transparent text-lg leading-relaxed"
          value={view.body}
          onChange={(event) => edit({ body: event.target.value })}
        />
      </PostSheet>
    </>
  )
}

interface DraftAsideProps {
  readonly editor: DraftEditor
  readonly writing: Text
  readonly onDelete: (draft: Draft) => void
}

function DraftAside({ editor, writing, onDelete }: DraftAsideProps) {
  const { view, saving, edit, theirs } = editor
  const platform = isPlatform(view.platform) ? view.platform : undefined
  return (
    <>
      {theirs === undefined && (
        <div className="min-h-5">
          <SaveMark saving={saving} />
        </div>
      )}
      <Field label="Platform">
        <Select
          value={platform ?? ''}
          options={[
            { value: '', label: 'Any platform' },
            ...platformNames.map((name) => ({ value: name, label: platformFacts[name].label })),
          ]}
          onChange={(next) => edit({ platform: next === '' ? null : next })}
        />
      </Field>
      <CharacterCount text={view.body} platform={platform} />
      <div className="flex flex-wrap items-start gap-2 lg:flex-col">
        {view.state === 'idea' && (
          <WriteFromIdea draft={view} writing={writing} onDraft={() => edit({ state: 'draft' })} />
        )}
        <CopyButton text={view.body} />
        <Button
          variant="ghost"
          icon={<Trash2 size={16} aria-hidden="true" />}
          onClick={() => onDelete(view)}
        >
          Delete
        </Button>
      </div>
    </>
  )
}

function Conflict({ editor }: { readonly editor: DraftEditor }) {
  const { theirs, keepMine, takeTheirs } = editor
  if (theirs === undefined) return null
  return (
    <div className="mb-6 max-w-page">
      <ErrorNotice
        title="This was edited elsewhere meanwhile"
        action={
          <>
            <Button size="sm" onClick={keepMine}>
              Keep mine
            </Button>
            <Button size="sm" onClick={takeTheirs}>
              Take the other
            </Button>
          </>
        }
      >
        The other version begins: “{theirs.body.slice(0, 120) || theirs.title || 'empty'}”
      </ErrorNotice>
    </div>
  )
}
