import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Input } from '../ui/input.tsx'

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Searches a moment after the last key. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), 200)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <div className="relative min-w-48 grow sm:max-w-xs">
      <Search
        size={16}
        aria-hidden="true"
        className="pointer-events-none absolute start-3 top-3 text-muted"
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        className="ps-9"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}
