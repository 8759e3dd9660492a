import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { backdropClass, dialogClass, dialogPlaceClass } from './dialog-class.ts'

export interface AlertDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** A question: `Delete the brand?` */
  readonly title: string
  /** What will be lost. */
  readonly description: ReactNode
  /** The verb of the question: `Delete`. */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly confirming?: boolean
  /** False while something is still to be entered. */
  readonly ready?: boolean
  readonly children?: ReactNode
}

/** Asks before what cannot be undone. */
export function AlertDialog(props: AlertDialogProps) {
  const { confirming = false, ready = true } = props
  return (
    <BaseAlertDialog.Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <BaseAlertDialog.Portal>
        <BaseAlertDialog.Backdrop className={backdropClass} />
        <BaseAlertDialog.Viewport className={dialogPlaceClass}>
          <BaseAlertDialog.Popup className={classNames(dialogClass, 'p-6 sm:max-w-md')}>
            <form
              className="flex min-h-0 flex-col gap-4 overflow-y-auto"
              onSubmit={(event) => {
                event.preventDefault()
                if (ready && !confirming) props.onConfirm()
              }}
            >
              <BaseAlertDialog.Title className="text-xl font-semibold">
                {props.title}
              </BaseAlertDialog.Title>
              <BaseAlertDialog.Description render={<div />} className="text-sm text-muted">
                {props.description}
              </BaseAlertDialog.Description>
              {props.children}
              <div className="mt-2 flex flex-wrap justify-end gap-2">
                <BaseAlertDialog.Close render={<Button>Cancel</Button>} />
                <Button type="submit" variant="danger" loading={confirming} disabled={!ready}>
                  {props.confirmLabel}
                </Button>
              </div>
            </form>
          </BaseAlertDialog.Popup>
        </BaseAlertDialog.Viewport>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  )
}
