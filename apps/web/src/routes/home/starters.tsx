import { Link } from '@tanstack/react-router'
import { intentLabels } from '../../features/writing/networks.ts'
import { HomeSection } from './home-section.tsx'
import { startersFor } from './starters-for.ts'

/** Three ways into a post, from what the brand talks about. */
export function Starters({ themes }: { readonly themes: readonly string[] }) {
  return (
    <HomeSection title="Start from an idea">
      <ul className="grid gap-3 sm:grid-cols-3">
        {startersFor(themes).map(({ intent, text, direction }) => (
          <li key={direction} className="min-w-0">
            <Link
              to="/posts/new"
              search={{ direction, intent }}
              className="flex h-full flex-col justify-between gap-3 sm:min-h-32 sm:gap-4 rounded-xl border border-line bg-surface p-5 transition-colors hover:border-line-strong"
            >
              <span className="text-xs text-muted">{intentLabels[intent]}</span>
              <span dir="auto" className="line-clamp-4 text-lg font-medium text-pretty">
                {text}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </HomeSection>
  )
}
