import { useQuery } from '@tanstack/react-query'
import { priceBookQuery } from '../../api/operator.ts'
import { Loaded } from '../../features/operator/loaded.tsx'
import { NewVersion } from '../../features/operator/new-version.tsx'
import { VersionList } from '../../features/operator/version-list.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'

export function PriceBookPage() {
  usePageTitle('Prices')
  const query = useQuery(priceBookQuery())
  return (
    <Loaded query={query} className="h-96 w-full">
      {(book) => (
        <div className="space-y-12">
          <section aria-labelledby="versions">
            <h2 id="versions" className="mb-4 text-xl font-semibold">
              Price book
            </h2>
            <VersionList versions={book.versions} />
          </section>
          {/* Anew after each publication: it begins with the prices that came last. */}
          <NewVersion key={book.versions.length} book={book} />
        </div>
      )}
    </Loaded>
  )
}
