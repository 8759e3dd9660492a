import { LoaderCircle } from 'lucide-react'

export function Spinner({ size = 16 }: { readonly size?: number }) {
  return <LoaderCircle aria-hidden="true" size={size} className="shrink-0 animate-turn" />
}
