import { useEffect, useState } from 'react'

/** What a value is once it has not changed for a moment. Equal by what it says. */
export function useSettled<Value>(value: Value, delayMs = 180): Value {
  const said = JSON.stringify(value)
  const [settled, setSettled] = useState(said)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(said), delayMs)
    return () => clearTimeout(timer)
  }, [said, delayMs])
  return JSON.parse(settled) as Value
}
