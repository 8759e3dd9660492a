import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../../api/account.ts'
import { deleteAccount } from '../../api/auth.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { toast } from '../../ui/toast.ts'
import { type AccountError, accountErrorFrom } from './account-error.ts'
import { PasswordField } from './password-field.tsx'

const word = 'delete'

/** The end of an account: says what is lost, asks for a typed word and the password. */
export function DeleteAccount() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet-danger" onClick={() => setOpen(true)}>
        Delete account
      </Button>
      {open && <DeleteAccountDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function DeleteAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<AccountError>()
  const [deleting, setDeleting] = useState(false)
  const email = useMe().data?.user.email ?? ''
  const leave = useLeave()

  async function remove(): Promise<void> {
    const password = document.querySelector<HTMLInputElement>('input[name="delete-password"]')
    setDeleting(true)
    setError(undefined)
    try {
      await deleteAccount(password?.value ?? '')
      await leave()
    } catch (failure) {
      setError(accountErrorFrom(failure))
      setDeleting(false)
    }
  }

  return (
    <AlertDialog
      open
      onOpenChange={(next) => {
        if (!next && !deleting) onClose()
      }}
      title="Delete your account?"
      description={
        <>
          <p>
            Your workspace goes with it: its brands, drafts and ideas, every picture in the library,
            and the credits that are left. This cannot be undone.
          </p>
          <p className="mt-2">A new account later does not bring a new allowance this month.</p>
        </>
      }
      confirmLabel="Delete account"
      confirming={deleting}
      ready={typed.trim().toLowerCase() === word}
      onConfirm={() => void remove()}
    >
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={`Type “${word}” to go on`}>
        <Input
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <PasswordField
        name="delete-password"
        autoComplete="current-password"
        error={error?.field === 'password' ? error.text : undefined}
      />
      {error !== undefined && error.field !== 'password' && <ErrorNotice>{error.text}</ErrorNotice>}
    </AlertDialog>
  )
}

function useLeave(): () => Promise<void> {
  const router = useRouter()
  const client = useQueryClient()
  return async () => {
    await router.navigate({ to: '/sign-up' })
    client.clear()
    toast({ title: 'Your account is deleted' })
  }
}
