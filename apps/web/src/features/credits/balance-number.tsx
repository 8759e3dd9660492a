import { useState } from 'react'
import { numberText } from './credits-text.ts'

/** The number, with a short tick when it falls. */
export function BalanceNumber({ value }: { readonly value: number }) {
  const [shown, setShown] = useState(value)
  const [falls, setFalls] = useState(0)
  if (value !== shown) {
    setShown(value)
    if (value < shown) setFalls(falls + 1)
  }
  return (
    <span key={falls} className={falls > 0 ? 'inline-block animate-tick' : 'inline-block'}>
      {numberText(value)}
    </span>
  )
}
