import type { Billing, Plan } from '@rheos/contract'
import { useChangePlan } from '../../api/billing.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.ts'
import { useCredits } from '../credits/use-credits.ts'
import { moneyText } from './money-text.ts'
import { planMove, planMoveText } from './plan-move.ts'

export interface ChangePlanDialogProps {
  readonly from: Plan
  readonly to: Plan
  readonly billing: Billing
  readonly onClose: () => void
}

/** Says what happens when, then asks for it. */
export function ChangePlanDialog({ from, to, billing, onClose }: ChangePlanDialogProps) {
  const { credits } = useCredits()
  const change = useChangePlan()
  const move = planMove(from, to)
  const { subscription } = billing

  function press(): void {
    change.mutate(
      { plan: to.id, price: to.price },
      {
        onSuccess: (answer) => {
          if ('url' in answer) return
          const title = answer.kind === 'done' ? `You are on ${to.name}` : 'Your change is noted'
          toast({ title, tone: 'success' })
          onClose()
        },
      },
    )
  }

  const labels = {
    upgrade: subscription === null ? 'Continue to payment' : `Pay ${moneyText(to.price)}`,
    downgrade: `Change to ${to.name}`,
    cancel: `Cancel ${from.name}`,
  } as const
  const titles = {
    upgrade: `Upgrade to ${to.name}`,
    downgrade: `Change to ${to.name}`,
    cancel: `Cancel ${from.name}?`,
  } as const
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={titles[move]}
      footer={
        <>
          <Button onClick={onClose}>{move === 'upgrade' ? 'Not now' : `Keep ${from.name}`}</Button>
          <Button
            variant={move === 'cancel' ? 'danger' : 'primary'}
            // The browser is about to leave for the payment page.
            loading={change.isPending || (change.data !== undefined && 'url' in change.data)}
            onClick={press}
          >
            {labels[move]}
          </Button>
        </>
      }
    >
      <ul className="list-disc space-y-2 ps-5 text-pretty marker:text-muted">
        {planMoveText({ from, to, subscription, credits }).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {billing.provider === 'test' && (
        <p className="mt-4 text-sm text-muted">This is test billing: no money moves.</p>
      )}
      {change.isError && <ErrorNotice error={change.error} className="mt-4" />}
    </Dialog>
  )
}
