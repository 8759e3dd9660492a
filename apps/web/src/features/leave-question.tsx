import { useBlocker } from '@tanstack/react-router'
import type { Saving } from '../api/use-autosave.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'

/** Lets nobody go from a page whose last change could not be saved without knowing it. */
export function LeaveQuestion({ saving }: { readonly saving: Saving<never> }) {
  const leaving = useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && !(await saving.saveAll()),
    disabled: saving.state === 'clean' || saving.state === 'saved',
    // The browser asks by itself.
    enableBeforeUnload: false,
    withResolver: true,
  })
  return (
    <AlertDialog
      open={leaving.status === 'blocked'}
      onOpenChange={() => leaving.reset?.()}
      title="Leave without saving?"
      description="The last change on this page could not be saved, and is lost when you leave."
      confirmLabel="Leave"
      onConfirm={() => {
        saving.drop()
        leaving.proceed?.()
      }}
    />
  )
}
