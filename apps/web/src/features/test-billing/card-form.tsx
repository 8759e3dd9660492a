import type { TestCard } from '@rheos/contract'
import { type FormEvent, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { cardNumberText } from './card-number.ts'

export interface CardFormProps {
  readonly cards: readonly TestCard[]
  /** The verb: `Pay £29`. */
  readonly label: string
  readonly pending: boolean
  readonly error: unknown
  readonly onCard: (card: string) => void
}

/** A card number, typed or chosen among those whose behaviour is known. */
export function CardForm({ cards, label, pending, error, onCard }: CardFormProps) {
  const [number, setNumber] = useState('')

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    if (!pending) onCard(number)
  }

  return (
    <form onSubmit={onSubmit} className="space-y-5">
      <Field
        label="Card number"
        error={error === null ? undefined : problemFrom(error).detail}
        hint="Only test cards work here. Never enter a real one."
      >
        <Input
          value={number}
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          required
          placeholder="4242 4242 4242 4242"
          className="tabular-nums"
          onChange={(event) => setNumber(cardNumberText(event.currentTarget.value))}
        />
      </Field>
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-1.5 text-sm font-medium">Test cards</legend>
        {cards.map((card) => (
          <CardChoice
            key={card.number}
            card={card}
            chosen={cardNumberText(card.number) === number}
            onChoose={setNumber}
          />
        ))}
      </fieldset>
      <Button type="submit" variant="primary" size="lg" loading={pending} className="w-full">
        {label}
      </Button>
    </form>
  )
}

interface CardChoiceProps {
  readonly card: TestCard
  readonly chosen: boolean
  readonly onChoose: (number: string) => void
}

function CardChoice({ card, chosen, onChoose }: CardChoiceProps) {
  const number = cardNumberText(card.number)
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={() => onChoose(number)}
      className={classNames(
        'rounded-md border px-3 py-2 text-start text-sm transition-colors hover:bg-hover',
        chosen ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <span className="block font-medium">{card.says}</span>
      <span className="block text-xs text-muted tabular-nums" dir="ltr">
        {number}
      </span>
    </button>
  )
}
