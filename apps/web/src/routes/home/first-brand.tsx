import { Link, useNavigate } from '@tanstack/react-router'
import { ImportStart } from '../../features/import/import-start.tsx'
import { Card } from '../../ui/card.tsx'

const finds = ['Name and description', 'Logo, colours, fonts', 'Tone, audience, themes'] as const

/** The first thing to do: show Rheos who one is. */
export function FirstBrand() {
  const navigate = useNavigate()
  return (
    <Card className="grid gap-x-14 gap-y-8 p-6 sm:p-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="max-w-lg">
        <h2 className="text-xl font-semibold">Start with your website</h2>
        <p className="mt-2 mb-6 text-pretty text-muted">
          Rheos reads up to eight pages and shows what it found, each with the line it comes from.
          You keep what is right.
        </p>
        <ImportStart
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
            to="/brand/new"
            className="font-medium text-accent-ink underline underline-offset-2"
          >
            Set up your brand by hand
          </Link>
        </p>
      </div>
      <ul className="hidden space-y-3 self-center lg:block">
        {finds.map((find) => (
          <li key={find} className="rounded-lg bg-sunken px-4 py-3.5 text-sm text-muted">
            {find}
          </li>
        ))}
      </ul>
    </Card>
  )
}
