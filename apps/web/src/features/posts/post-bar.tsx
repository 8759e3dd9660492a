import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { usePageTitle } from '../../ui/page-header.tsx'

export interface PostBarProps {
  readonly title: string
  readonly children?: ReactNode
}

/** The head of a page that is for writing: small, so that the text is what one sees. */
export function PostBar({ title, children }: PostBarProps) {
  usePageTitle(title)
  return (
    <header className="mb-4 flex min-h-8 items-center gap-x-3 text-sm whitespace-nowrap text-muted">
      <Link to="/posts" className="hit-area shrink-0 rounded-sm hover:text-ink">
        ← Posts
      </Link>
      <h1 className="shrink-0 before:me-3 before:text-line-strong before:content-['/']">{title}</h1>
      {children}
    </header>
  )
}
