import { ShieldQuestionMark } from 'lucide-react'
import { Button } from '../../ui/button.tsx'

export interface BankQuestionProps {
  /** What is to be paid: `£29`. */
  readonly amount: string
  readonly pending: boolean
  readonly onAnswer: (approved: boolean) => void
}

/** What a bank would ask on a page or in an app of its own. */
export function BankQuestion({ amount, pending, onAnswer }: BankQuestionProps) {
  return (
    <section aria-labelledby="bank-title" className="rounded-xl bg-sunken p-5 sm:p-6">
      <ShieldQuestionMark size={24} aria-hidden="true" className="text-accent-ink" />
      <h2 id="bank-title" className="mt-3 text-lg font-semibold">
        Your bank asks
      </h2>
      <p className="mt-1 text-pretty text-muted">
        Do you want to pay {amount} to Rheos with this card? Nothing is charged before you approve.
      </p>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button variant="primary" loading={pending} onClick={() => onAnswer(true)}>
          Approve
        </Button>
        <Button disabled={pending} onClick={() => onAnswer(false)}>
          Refuse
        </Button>
      </div>
    </section>
  )
}
