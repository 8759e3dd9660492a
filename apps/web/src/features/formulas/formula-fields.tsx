import type { Intent, PostType } from '@rheos/contract'
import { useState } from 'react'
import { useFormulas } from '../../api/formulas.ts'
import { FormulaDialog } from './formula-dialog.tsx'
import { FormulaField } from './formula-field.tsx'

export interface FormulaFieldsProps {
  readonly intents: readonly Intent[]
  readonly type: PostType
  readonly hook: string | undefined
  readonly callToAction: string | undefined
  readonly onChange: (change: {
    readonly hook?: string | undefined
    readonly callToAction?: string | undefined
  }) => void
}

/** How the post begins and ends, for who wants to say so. */
export function FormulaFields({ intents, type, hook, callToAction, onChange }: FormulaFieldsProps) {
  const formulas = useFormulas().data
  const [open, setOpen] = useState<'hook' | 'call'>()
  const hooks = formulas?.hooks ?? []
  const calls = formulas?.callsToAction ?? []
  const close = () => setOpen(undefined)
  return (
    <div className="space-y-4">
      <FormulaField
        label="Hook"
        chosen={hooks.find(({ id }) => id === hook)?.label}
        onOpen={() => setOpen('hook')}
        onClear={() => onChange({ hook: undefined })}
      />
      <FormulaField
        label="Call to action"
        chosen={calls.find(({ id }) => id === callToAction)?.label}
        onOpen={() => setOpen('call')}
        onClear={() => onChange({ callToAction: undefined })}
      />
      {open === 'hook' && (
        <FormulaDialog
          title="How it begins"
          formulas={hooks.map(({ exampleShape, ...rest }) => ({ ...rest, shape: exampleShape }))}
          intents={intents}
          type={type}
          onPick={(id) => {
            onChange({ hook: id })
            close()
          }}
          onClose={close}
        />
      )}
      {open === 'call' && (
        <FormulaDialog
          title="How it ends"
          formulas={calls}
          intents={intents}
          type={type}
          onPick={(id) => {
            onChange({ callToAction: id })
            close()
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
