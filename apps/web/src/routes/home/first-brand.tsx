import { Link, useNavigate } from '@tanstack/react-router'
import { MessageCircle, Palette, Type } from 'lucide-react'
import { pageText } from '../../features/import/finding-words.ts'
import { ImportStart } from '../../features/import/import-start.tsx'
import { Card } from '../../ui/card.tsx'

const finds = [
  { icon: Type, text: 'Name and description' },
  { icon: Palette, text: 'Logo, colours and fonts' },
  { icon: MessageCircle, text: 'Tone, audience and themes' },
] as const

export interface FirstBrandProps {
  /** Absent: one is made of what is found. */
  readonly brandId?: string
  /** A website that could not be read. */
  readonly failedUrl?: string | undefined
}

/** The first thing to do: show Rheos who one is. */
export function FirstBrand({ brandId, failedUrl }: FirstBrandProps) {
  const navigate = useNavigate()
  return (
    <Card className="grid gap-x-14 gap-y-8 p-6 sm:p-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="max-w-lg">
        <h2 className="text-xl font-semibold">Start with your website</h2>
        <p className="mt-2 mb-6 text-pretty text-muted">
          Rheos reads up to eight pages and shows what it found, each with the line it comes from.
          You keep what is right.
        </p>
        {failedUrl !== undefined && (
          <p className="mb-4 text-sm text-pretty text-warning wrap-anywhere">
            {pageText(failedUrl)} could not be read. Try it again, or another address.
          </p>
        )}
        <ImportStart
          {...(brandId !== undefined && { brandId })}
          initialUrl={failedUrl ?? ''}
          onStarted={({ brandId, importId }) =>
            void navigate({
              to: '/brand/$brandId/imports/$importId',
              params: { brandId, importId },
            })
          }
        />
        <p className="mt-4 text-sm text-muted">
          No website?{' '}
          <Link
            to={brandId === undefined ? '/brand/new' : '/brand'}
            className="hit-area font-medium text-accent-ink underline underline-offset-2"
          >
            Set up your brand by hand
          </Link>
        </p>
      </div>
      <div className="hidden self-center lg:block">
        <p className="text-sm font-medium">What it looks for</p>
        <ul className="mt-2 text-sm text-muted">
          {finds.map(({ icon: Icon, text }) => (
            <li key={text} className="flex items-center gap-3 border-b border-line py-3">
              <Icon size={17} aria-hidden="true" className="shrink-0" />
              {text}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
