import type { QueryClient } from '@tanstack/react-query'
import { hasCode } from '../../api/api-error.ts'

/** Calls back when the server says, on any reading, that nobody is signed in any more. */
export function followSignOut(client: QueryClient, onSignedOut: () => void): () => void {
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return
    if (hasCode(event.action.error, 'unauthenticated')) onSignedOut()
  })
}
