import { Link, useSearch } from '@tanstack/react-router'
import { signIn } from '../../api/auth.ts'
import { PasswordField } from '../../features/account/password-field.tsx'
import { useAccountForm } from '../../features/account/use-account-form.ts'
import { useEnterStudio } from '../../features/account/use-enter-studio.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { AccountHeading, accountLinkClass } from './account-heading.tsx'

export function SignInPage() {
  const { after } = useSearch({ from: '/account/sign-in' })
  const enter = useEnterStudio()
  const { pending, errorOf, onSubmit } = useAccountForm(async (value) => {
    await signIn({ email: value('email').trim(), password: value('password') })
    await enter(after)
  })
  const failure = errorOf('form')

  return (
    <>
      <AccountHeading title="Sign in" />
      <form onSubmit={onSubmit} className="space-y-5">
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
        <PasswordField
          autoComplete="current-password"
          error={errorOf('password')}
          aside={
            <Link to="/forgot-password" className={accountLinkClass}>
              Forgot it?
            </Link>
          }
        />
        <Button type="submit" variant="primary" size="lg" loading={pending} className="w-full">
          Sign in
        </Button>
      </form>
      <p className="mt-6 text-sm text-muted">
        New here?{' '}
        <Link
          to="/sign-up"
          search={after === undefined ? {} : { after }}
          className={accountLinkClass}
        >
          Create an account
        </Link>
      </p>
    </>
  )
}
