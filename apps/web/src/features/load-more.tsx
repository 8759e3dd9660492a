import { problemFrom } from '../api/api-error.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

interface Pages {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly isFetchNextPageError: boolean
  readonly error: unknown
  readonly fetchNextPage: () => unknown
}

/** The way to the rest of a long list. */
export function LoadMore({ query }: { readonly query: Pages }) {
  if (!query.hasNextPage) return null
  return (
    <div className="mt-8 flex flex-col items-center gap-4">
      {query.isFetchNextPageError && <ErrorNotice>{problemFrom(query.error).detail}</ErrorNotice>}
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        Show more
      </Button>
    </div>
  )
}
