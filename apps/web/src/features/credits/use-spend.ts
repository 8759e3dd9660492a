import type { Problem, Quote } from '@rheos/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { hasCode, problemFrom } from '../../api/api-error.ts'
import { newPressId } from '../../api/press-id.ts'
import { keys } from '../../api/query-keys.ts'

export interface Spend {
  readonly quote: Quote
  /** The press's own id, for `Idempotency-Key`. */
  readonly pressId: string
}

export type SpendAction = (spend: Spend) => Promise<unknown>

export interface SpendState {
  readonly pending: boolean
  readonly problem: Problem | undefined
  readonly press: (quote: Quote) => void
  readonly clear: () => void
}

const repeatsMax = 2

/** One press at a time: carries the price that was seen, and learns from a refusal. */
export function useSpend(onSpend: SpendAction): SpendState {
  const { id } = useWorkspace()
  const client = useQueryClient()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function spend(quote: Quote): Promise<void> {
    setPending(true)
    setProblem(undefined)
    try {
      await deliver(onSpend, { quote, pressId: newPressId() })
    } catch (error) {
      const refusal = problemFrom(error)
      setProblem(refusal)
      if (refusal.code === 'price_changed') {
        await client.invalidateQueries({ queryKey: keys.prices })
      }
    } finally {
      setPending(false)
      void client.invalidateQueries({ queryKey: keys.credits(id) })
    }
  }

  return {
    pending,
    problem,
    press: (quote) => void spend(quote),
    clear: () => setProblem(undefined),
  }
}

/** A request that got no answer is sent again as the same press: it cannot be charged twice. */
async function deliver(onSpend: SpendAction, spend: Spend): Promise<unknown> {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await onSpend(spend)
    } catch (error) {
      if (!hasCode(error, 'unavailable') || repeats === repeatsMax) throw error
      await new Promise((resolve) => setTimeout(resolve, 600 * (repeats + 1)))
    }
  }
}
