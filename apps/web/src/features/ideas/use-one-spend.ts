import { problemFrom } from '../../api/api-error.ts'
import { quoteOf, usePrices } from '../../api/credits.ts'
import { newPressId } from '../../api/press-id.ts'
import { toast } from '../../ui/toast.ts'
import type { Spend } from '../credits/use-spend.ts'

/** Presses by key what a button with its price stands for; what is refused is told in a notice. */
export function useOneSpend() {
  const prices = usePrices().data
  return (action: string, onSpend: (spend: Spend) => Promise<unknown>): void => {
    const quote = prices && quoteOf(prices, action)
    if (quote === undefined) return
    onSpend({ quote, pressId: newPressId() }).catch((error: unknown) =>
      toast({ title: problemFrom(error).detail, tone: 'danger' }),
    )
  }
}
