import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { billingQuery } from '../../api/billing.ts'
import { plansQuery } from '../../api/credits.ts'
import { keys } from '../../api/query-keys.ts'
import { Spinner } from '../../ui/spinner.tsx'
import { toast } from '../../ui/toast.ts'
import { creditsText } from '../credits/credits-text.ts'
import { useLasting } from '../frame/use-lasting.ts'

/** Longer than a payment takes to be told to us; less than anybody's patience. */
const patienceMs = 60_000
/** For when the event that says so does not come. */
const pollMs = 3000

/** After the payment page: waits until the payment has arrived here, and says so when it has. */
export function CheckoutReturn() {
  const { checkout } = useSearch({ from: '/studio/settings/billing' })
  return checkout === 'done' ? <Waiting /> : null
}

function Waiting() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  const navigate = useNavigate()
  const plans = useQuery(plansQuery()).data?.plans ?? []
  const billing = useQuery({ ...billingQuery(id), refetchInterval: pollMs })
  const plan = plans.find((one) => one.id === billing.data?.plan && one.price.amount > 0)
  const late = useLasting(plan === undefined, patienceMs)

  const arrive = useEffectEvent(() => {
    if (plan === undefined) return
    toast({
      title: `You are on ${plan.name}`,
      description: `${creditsText(plan.credits)} are there.`,
      tone: 'success',
    })
    void client.invalidateQueries({ queryKey: keys.me })
    void client.invalidateQueries({ queryKey: keys.credits(id) })
    // Whoever reloads the page later is not told again.
    void navigate({ to: '/settings/billing', search: {}, replace: true })
  })
  useEffect(() => {
    if (plan !== undefined) arrive()
  }, [plan])

  return (
    <div role="status" className="flex items-start gap-3 rounded-xl bg-accent-soft p-5">
      <span className="mt-1">
        <Spinner />
      </span>
      <p className="text-pretty">
        <span className="font-semibold">Waiting for the payment to arrive.</span>{' '}
        {late
          ? 'It takes longer than usual. You can leave this page: nothing is charged twice, and your plan changes as soon as it is here.'
          : 'This takes a few seconds.'}
      </p>
    </div>
  )
}
