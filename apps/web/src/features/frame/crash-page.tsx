import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ApiError } from '../../api/api-error.ts'
import { Button } from '../../ui/button.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'

/** What is left when a page breaks: plain words, and the two ways on. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  usePageTitle('Something went wrong')
  const router = useRouter()
  const unreachable = error instanceof ApiError && error.problem.code === 'unavailable'
  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-md flex-col items-center justify-center px-6 text-center">
      <h1 className="text-2xl font-semibold">
        {unreachable ? 'Rheos cannot be reached' : 'This page stopped working'}
      </h1>
      <p className="mt-2 text-pretty text-muted">
        {error instanceof ApiError
          ? error.problem.detail
          : 'What you had saved is safe. Try again; if it happens again, reload the page.'}
      </p>
      <div className="mt-6 flex gap-2">
        <Button
          variant="primary"
          onClick={() => {
            reset()
            void router.invalidate()
          }}
        >
          Try again
        </Button>
        <Button onClick={() => window.location.reload()}>Reload the page</Button>
      </div>
    </div>
  )
}
