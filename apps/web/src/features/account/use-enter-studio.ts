import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

/** Goes into the studio as whoever has just signed in; nothing of another person is kept. */
export function useEnterStudio(): (after: string | undefined) => Promise<void> {
  const client = useQueryClient()
  const router = useRouter()
  return async (after) => {
    client.clear()
    await router.navigate({ to: after ?? '/', replace: true })
  }
}
