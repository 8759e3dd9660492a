import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { requestPasswordReset } from '../../api/auth.ts'
import { LoggedMailNotice } from '../../features/account/logged-mail-notice.tsx'
import { useAccountForm } from '../../features/account/use-account-form.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { AccountHeading, accountLinkClass } from './account-heading.tsx'

export function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string>()
  const { pending, errorOf, onSubmit } = useAccountForm(async (value) => {
    const email = value('email').trim()
    await requestPasswordReset(email)
    setSentTo(email)
  })
  const failure = errorOf('form')

  return (
    <>
      {sentTo === undefined ? (
        <AccountHeading title="Reset your password">
          Enter the e-mail of your account; you get a link to choose a new password.
        </AccountHeading>
      ) : (
        <AccountHeading title="Look for the link">
          If <strong className="font-medium text-ink">{sentTo}</strong> has an account, a mail with
          a link is on its way. The link works for one hour.
        </AccountHeading>
      )}
      <LoggedMailNotice />
      {sentTo === undefined && (
        <form onSubmit={onSubmit} className="mt-6 space-y-5">
          {failure !== undefined && <ErrorNotice>{failure}</ErrorNotice>}
          <Field label="E-mail" error={errorOf('email')}>
            <Input
              type="email"
              name="email"
              dir="ltr"
              autoComplete="username"
              autoCapitalize="none"
              required
            />
          </Field>
          <Button type="submit" variant="primary" size="lg" loading={pending} className="w-full">
            Send the link
          </Button>
        </form>
      )}
      <p className="mt-6 text-sm text-muted">
        <Link to="/sign-in" className={accountLinkClass}>
          Back to sign in
        </Link>
      </p>
    </>
  )
}
