import { type ReactNode, useId, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { newPressId } from '../../api/press-id.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.ts'

export interface ConfirmedFormProps {
  readonly title: string
  readonly description?: ReactNode
  /** What is to be entered. */
  readonly children: ReactNode
  /** Says what is missing or wrong, beside the fields, and answers whether nothing is. */
  readonly check: () => boolean
  /** What will be so afterwards, in words; shown before it is done. */
  readonly effect: () => ReactNode
  /** The verb with its object: `Grant 30 credits`. */
  readonly confirmLabel: () => string
  /** Answers what came of it, in one sentence. */
  readonly onConfirm: (pressId: string) => Promise<string>
  readonly onClose: () => void
}

/** Two steps to what touches somebody else's credits: enter it, then read what it will do and confirm. */
export function ConfirmedForm(props: ConfirmedFormProps) {
  const { title, description, children, effect, confirmLabel, onConfirm, onClose } = props
  const form = useId()
  // The press that is being confirmed; a repeated confirmation is the same press.
  const [pressId, setPressId] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [working, setWorking] = useState(false)

  async function confirm(press: string): Promise<void> {
    setWorking(true)
    setError(undefined)
    try {
      toast({ title: await onConfirm(press) })
      onClose()
    } catch (failure) {
      setError(failure)
      setWorking(false)
    }
  }

  function change(): void {
    setPressId(undefined)
    setError(undefined)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !working) onClose()
      }}
      title={title}
      description={description}
      footer={
        pressId === undefined ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" form={form}>
              Go on
            </Button>
          </>
        ) : (
          <>
            <Button disabled={working} onClick={change}>
              Change
            </Button>
            <Button variant="primary" loading={working} onClick={() => void confirm(pressId)}>
              {confirmLabel()}
            </Button>
          </>
        )
      }
    >
      <form
        id={form}
        noValidate
        hidden={pressId !== undefined}
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (props.check()) setPressId(newPressId())
        }}
      >
        {children}
      </form>
      {pressId !== undefined && (
        <div role="status" className="rounded-lg bg-sunken p-4 text-sm text-pretty tabular-nums">
          {effect()}
        </div>
      )}
      {error !== undefined && (
        <ErrorNotice className="mt-4">{problemFrom(error).detail}</ErrorNotice>
      )}
    </Dialog>
  )
}
