import type { Intent, PostType } from '@rheos/contract'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IntentChips } from '../ideas/intent-chips.tsx'
import { SearchField } from '../search-field.tsx'
import { intentLabels } from '../writing/networks.ts'
import { type Formula, matchingFormulas } from './matching-formulas.ts'

export interface FormulaDialogProps {
  readonly title: string
  readonly formulas: readonly Formula[]
  /** Where the list begins: what was chosen for the post. */
  readonly intents: readonly Intent[]
  readonly type: PostType
  readonly onPick: (id: string) => void
  readonly onClose: () => void
}

/** Formulas to choose from, by what is searched for, what the post is to do and what it is. */
export function FormulaDialog(props: FormulaDialogProps) {
  const { title, formulas, type, onPick, onClose } = props
  const [text, setText] = useState('')
  const [intents, setIntents] = useState(props.intents)
  const found = matchingFormulas(formulas, { text, intents, type })
  return (
    <Dialog open onOpenChange={onClose} title={title} width="wide">
      <div className="space-y-4">
        <SearchField label="Search formulas" value={text} onChange={setText} />
        <IntentChips value={intents} onChange={setIntents} />
        {found.length === 0 ? (
          <EmptyState
            title="No formula like that"
            action={
              <Button
                onClick={() => {
                  setText('')
                  setIntents([])
                }}
              >
                Show all
              </Button>
            }
          >
            Try another word or fewer intents.
          </EmptyState>
        ) : (
          <ul className="-mx-3">
            {found.map((formula) => (
              <li key={formula.id}>
                <FormulaOption formula={formula} onPick={() => onPick(formula.id)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

interface FormulaOptionProps {
  readonly formula: Formula
  readonly onPick: () => void
}

function FormulaOption({ formula, onPick }: FormulaOptionProps) {
  const { label, whenToUse, shape, intents } = formula
  return (
    <button
      type="button"
      onClick={onPick}
      className="w-full rounded-lg px-3 py-3 text-start hover:bg-hover"
    >
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-medium">{label}</span>
        <span className="text-xs text-muted">
          {intents.map((intent) => intentLabels[intent]).join(', ')}
        </span>
      </span>
      {whenToUse !== undefined && (
        <span className="mt-0.5 block text-sm text-muted">{whenToUse}</span>
      )}
      <span className="mt-1 block text-sm">{shape}</span>
    </button>
  )
}
