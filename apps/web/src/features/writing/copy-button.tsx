import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'

/** Copies a text and says for a moment that it did. */
export function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      toast({
        title: 'The text could not be copied',
        description: 'This browser does not allow it here. Select the text and copy it yourself.',
        tone: 'danger',
      })
    }
  }

  return (
    <Button
      icon={copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
      onClick={() => void copy()}
      disabled={text.trim() === ''}
    >
      <span aria-live="polite">{copied ? 'Copied' : 'Copy text'}</span>
    </Button>
  )
}
