import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { signOut } from '../../api/auth.ts'
import { toast } from '../../ui/toast.ts'

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const router = useRouter()
  return async () => {
    try {
      await signOut()
    } catch {
      toast({
        title: 'You are still signed in',
        description: 'Rheos could not be reached. Check your connection, then try again.',
        tone: 'danger',
      })
      return
    }
    await router.navigate({ to: '/sign-in' })
    client.clear()
  }
}
