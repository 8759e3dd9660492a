import type { TestCard } from '@rheos/contract'
import { useTestBilling } from '../../api/test-billing.ts'
import { BankQuestion } from './bank-question.tsx'
import { CardForm } from './card-form.tsx'

export interface PaymentProps {
  readonly place: 'checkouts' | 'invoices'
  readonly id: string
  readonly amount: string
  /** The bank waits for the person. */
  readonly confirming: boolean
  readonly cards: readonly TestCard[]
  readonly onPaid: () => void
}

/** A card, and the bank's question where it has one, until it is paid. */
export function Payment({ place, id, amount, confirming, cards, onPaid }: PaymentProps) {
  const pay = useTestBilling(place, id, 'pay')
  const confirm = useTestBilling(place, id, 'confirm')
  const onSuccess = ({ kind }: { readonly kind: string }) => {
    if (kind === 'paid') onPaid()
  }
  if (confirming) {
    return (
      <BankQuestion
        amount={amount}
        pending={confirm.isPending}
        onAnswer={(approved) => confirm.mutate({ approved }, { onSuccess })}
      />
    )
  }
  return (
    <CardForm
      cards={cards}
      label={`Pay ${amount}`}
      pending={pay.isPending}
      error={pay.error ?? confirm.error}
      onCard={(card) => {
        confirm.reset()
        pay.mutate({ card }, { onSuccess })
      }}
    />
  )
}
