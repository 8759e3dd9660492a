import type { Credits } from '@rheos/contract'

/** What is left of the allowance; a second tone for what is set aside. */
export function BalanceBar({ credits }: { readonly credits: Credits }) {
  const whole = Math.max(credits.allowance, credits.balance, 1)
  const share = (amount: number) => ({ width: `${(amount / whole) * 100}%` })
  return (
    <span aria-hidden="true" className="flex h-1.5 overflow-hidden rounded-full bg-sunken">
      <span className="bg-accent transition-[width]" style={share(credits.available)} />
      <span className="bg-accent-set-aside transition-[width]" style={share(credits.held)} />
    </span>
  )
}
