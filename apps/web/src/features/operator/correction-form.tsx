import type { InspectedWorkspace } from '@rheos/contract'
import { type ReactNode, useState } from 'react'
import { useActOn, type WorkspaceActionName } from '../../api/operator.ts'
import { creditsText, numberText } from '../credits/credits-text.ts'
import { ConfirmedForm } from './confirmed-form.tsx'
import { CreditsField, ReasonField, wholeNumber, wrongReason } from './credits-field.tsx'

/** Something that can be set right about one grant or operation. */
export interface Correction {
  readonly name: WorkspaceActionName
  readonly title: string
  readonly description: ReactNode
  /** The verb of its button. */
  readonly verb: string
  /** What it is done to, as the API wants it. */
  readonly target: Readonly<Record<string, string>>
  /** How many at most; absent: it is all or nothing. */
  readonly creditsMax?: number
  /** What will be so afterwards. */
  readonly effect: (credits: number) => ReactNode
}

export interface CorrectionFormProps {
  readonly workspace: InspectedWorkspace
  readonly correction: Correction
  readonly onClose: () => void
}

export function CorrectionForm({ workspace, correction, onClose }: CorrectionFormProps) {
  const { name, title, description, verb, target, creditsMax, effect } = correction
  const [written, setWritten] = useState(creditsMax === undefined ? '' : String(creditsMax))
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<{ credits?: string | undefined; reason?: string | undefined }>(
    {},
  )
  const { mutateAsync } = useActOn(workspace.id)
  const credits = creditsMax === undefined ? 0 : (wholeNumber(written, creditsMax) ?? 0)

  function check(): boolean {
    const missing = creditsMax !== undefined && credits === 0
    const found = {
      credits: missing ? `Write a whole number from 1 to ${numberText(creditsMax)}.` : undefined,
      reason: wrongReason(reason),
    }
    setWrong(found)
    return found.credits === undefined && found.reason === undefined
  }

  return (
    <ConfirmedForm
      title={title}
      description={description}
      check={check}
      effect={() => (
        <>
          {effect(credits)} Reason: “{reason.trim()}”.
        </>
      )}
      confirmLabel={() => (creditsMax === undefined ? verb : `${verb} ${creditsText(credits)}`)}
      onConfirm={async (pressId) => {
        const amount = creditsMax === undefined ? {} : { credits }
        const body = { ...target, ...amount, reason: reason.trim() }
        return (await mutateAsync({ name, body, pressId })).result
      }}
      onClose={onClose}
    >
      {creditsMax !== undefined && (
        <CreditsField
          value={written}
          error={wrong.credits}
          hint={`At most ${numberText(creditsMax)}.`}
          onChange={setWritten}
        />
      )}
      <ReasonField value={reason} error={wrong.reason} onChange={setReason} />
    </ConfirmedForm>
  )
}
