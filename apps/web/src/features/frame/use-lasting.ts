import { useEffect, useState } from 'react'

/** True once the condition has held for so long; false as soon as it does not. */
export function useLasting(condition: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!condition) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), ms)
    return () => clearTimeout(timer)
  }, [condition, ms])
  return lasting
}
