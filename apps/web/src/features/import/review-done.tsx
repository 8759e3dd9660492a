import type { WebsiteImport } from '@rheos/contract'
import { Image, PenLine } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { LinkButton } from '../../ui/link-button.tsx'
import { countText } from '../count-text.ts'

export interface ReviewDoneProps {
  readonly read: WebsiteImport
  /** Decided just now: it comes into view. */
  readonly isFresh: boolean
}

/** The end of a review and what to do with the brand now. */
export function ReviewDone({ read, isFresh }: ReviewDoneProps) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isFresh) panel.current?.focus()
  }, [isFresh])
  const accepted = read.findings.filter((finding) => finding.decision === 'accepted').length
  return (
    <div
      ref={panel}
      tabIndex={-1}
      className="mt-6 scroll-mt-24 rounded-lg bg-sunken p-6 outline-none"
      role="status"
    >
      <h2 className="text-lg font-semibold">Your brand is ready to work with</h2>
      <p className="mt-1 text-muted">
        {accepted === 0
          ? 'Nothing was accepted. Everything on the brand page can be written by hand.'
          : `${countText(accepted, 'finding')} accepted. Everything can still be changed by hand.`}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton
          to="/posts/new"
          variant="primary"
          icon={<PenLine size={16} aria-hidden="true" />}
        >
          Write a post
        </LinkButton>
        <LinkButton to="/images" icon={<Image size={16} aria-hidden="true" />}>
          Make an image
        </LinkButton>
        <LinkButton to="/brand" variant="ghost">
          See the brand
        </LinkButton>
      </div>
    </div>
  )
}
