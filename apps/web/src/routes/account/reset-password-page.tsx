import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { resetPassword } from '../../api/auth.ts'
import { PasswordField } from '../../features/account/password-field.tsx'
import { useAccountForm } from '../../features/account/use-account-form.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.ts'
import { AccountHeading, accountLinkClass } from './account-heading.tsx'

export function ResetPasswordPage() {
  const { token, error } = useSearch({ from: '/account/reset-password' })
  const navigate = useNavigate()
  const { pending, errorOf, onSubmit } = useAccountForm(async (value) => {
    await resetPassword({ newPassword: value('password'), token: token ?? '' })
    await navigate({ to: '/sign-in' })
    toast({ title: 'Your password is changed', description: 'Sign in with it.', tone: 'success' })
  })
  const failure = errorOf('form')

  if (token === undefined || error !== undefined) return <UsedUpLink />
  return (
    <>
      <AccountHeading title="Choose a new password" />
      <form onSubmit={onSubmit} className="space-y-5">
        {failure !== undefined && (
          <ErrorNotice>
            {failure}{' '}
            <Link to="/forgot-password" className={accountLinkClass}>
              Ask for a new link
            </Link>
          </ErrorNotice>
        )}
        <PasswordField
          label="New password"
          autoComplete="new-password"
          error={errorOf('password')}
          autoFocus
        />
        <Button type="submit" variant="primary" size="lg" loading={pending} className="w-full">
          Change password
        </Button>
      </form>
    </>
  )
}

function UsedUpLink() {
  return (
    <>
      <AccountHeading title="This link does not work any more">
        It is used up or too old. Ask for a new one; it takes a moment.
      </AccountHeading>
      <p className="text-sm">
        <Link to="/forgot-password" className={accountLinkClass}>
          Ask for a new link
        </Link>
      </p>
    </>
  )
}
