import { LinkButton } from '../../ui/link-button.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'

export function NotFoundPage() {
  usePageTitle('Page not found')
  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-md flex-col items-center justify-center px-6 text-center">
      <h1 className="text-2xl font-semibold">This page is not here</h1>
      <p className="mt-2 text-muted">
        The address may be mistyped, or what was here has been deleted.
      </p>
      <LinkButton to="/" variant="primary" className="mt-6">
        Go to Home
      </LinkButton>
    </div>
  )
}
