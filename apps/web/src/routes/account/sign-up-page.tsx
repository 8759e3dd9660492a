import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { signUp } from '../../api/auth.ts'
import { plansQuery } from '../../api/credits.ts'
import { PasswordField } from '../../features/account/password-field.tsx'
import { useAccountForm } from '../../features/account/use-account-form.ts'
import { useEnterStudio } from '../../features/account/use-enter-studio.ts'
import { creditsText } from '../../features/credits/credits-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { AccountHeading, accountLinkClass } from './account-heading.tsx'

export function SignUpPage() {
  const { after } = useSearch({ from: '/account/sign-up' })
  const enter = useEnterStudio()
  const free = useQuery(plansQuery()).data?.plans.find((plan) => plan.id === 'free')
  const { pending, errorOf, onSubmit } = useAccountForm(async (value) => {
    await signUp({
      name: value('name').trim(),
      email: value('email').trim(),
      password: value('password'),
    })
    await enter(after)
  })
  const failure = errorOf('form')

  return (
    <>
      <AccountHeading title="Create your account">
        {free === undefined
          ? 'Free to start, no card.'
          : `Free to start, no card: ${creditsText(free.credits)} a month.`}
      </AccountHeading>
      <form onSubmit={onSubmit} className="space-y-5">
        {failure !== undefined && <ErrorNotice>{failure}</ErrorNotice>}
        <Field label="Your name" error={errorOf('name')}>
          <Input name="name" autoComplete="name" required maxLength={80} />
        </Field>
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
        <PasswordField autoComplete="new-password" error={errorOf('password')} />
        <Button type="submit" variant="primary" size="lg" loading={pending} className="w-full">
          Create account
        </Button>
      </form>
      <p className="mt-6 text-sm text-muted">
        Have an account?{' '}
        <Link
          to="/sign-in"
          search={after === undefined ? {} : { after }}
          className={accountLinkClass}
        >
          Sign in
        </Link>
      </p>
    </>
  )
}
