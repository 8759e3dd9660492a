import type { InspectedWorkspace } from '@rheos/contract'
import { useState } from 'react'
import { useActOn } from '../../api/operator.ts'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { momentText } from '../billing/explanation-text.ts'
import { instantOf, localTimeOf } from '../billing/local-time.ts'
import { creditsText, numberText } from '../credits/credits-text.ts'
import { ConfirmedForm } from './confirmed-form.tsx'
import { CreditsField, ReasonField, wholeNumber, wrongReason } from './credits-field.tsx'

interface Wrong {
  readonly credits?: string | undefined
  readonly end?: string | undefined
  readonly reason?: string | undefined
}

export interface GrantFormProps {
  readonly workspace: InspectedWorkspace
  readonly onClose: () => void
}

/** Gives credits until an instant. */
export function GrantForm({ workspace, onClose }: GrantFormProps) {
  const [written, setWritten] = useState('')
  const [end, setEnd] = useState(() => localTimeOf(new Date(workspace.credits.resetsAt)))
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const { mutateAsync } = useActOn(workspace.id)
  const credits = wholeNumber(written) ?? 0
  const endsAt = instantOf(end)

  function check(): boolean {
    const found: Wrong = {
      credits: credits === 0 ? 'Write a whole number from 1 to 100,000.' : undefined,
      end: endsAt === undefined || endsAt <= new Date() ? 'Choose a time to come.' : undefined,
      reason: wrongReason(reason),
    }
    setWrong(found)
    return Object.values(found).every((each) => each === undefined)
  }

  return (
    <ConfirmedForm
      title="Grant credits"
      description="They come on top of what there is, and are used first where they end first."
      check={check}
      effect={() => (
        <>
          <bdi className="font-medium">{workspace.name}</bdi> gets {creditsText(credits)} until{' '}
          {momentText(endsAt?.toISOString() ?? '')}. Its balance becomes{' '}
          {numberText(workspace.credits.balance + credits)}; what is unused then expires. Reason: “
          {reason.trim()}”.
        </>
      )}
      confirmLabel={() => `Grant ${creditsText(credits)}`}
      onConfirm={async (pressId) => {
        const body = { credits, endsAt: endsAt?.toISOString(), reason: reason.trim() }
        return (await mutateAsync({ name: 'grants', body, pressId })).result
      }}
      onClose={onClose}
    >
      <CreditsField value={written} error={wrong.credits} onChange={setWritten} />
      <Field label="Until" error={wrong.end} hint="Its cycle’s end, unless you change it.">
        <Input
          type="datetime-local"
          dir="ltr"
          value={end}
          className="tabular-nums"
          onChange={(event) => setEnd(event.currentTarget.value)}
        />
      </Field>
      <ReasonField value={reason} error={wrong.reason} onChange={setReason} />
    </ConfirmedForm>
  )
}
