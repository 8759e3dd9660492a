import { type FormEvent, useState } from 'react'
import { type AccountError, accountErrorFrom } from './account-error.ts'

export interface AccountForm {
  readonly pending: boolean
  readonly errorOf: (field: AccountError['field']) => string | undefined
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

/** A form of text fields that is sent once at a time; its errors come back to their fields. */
export function useAccountForm(
  send: (value: (name: string) => string) => Promise<void>,
): AccountForm {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<AccountError>()

  async function submit(form: HTMLFormElement): Promise<void> {
    const data = new FormData(form)
    setPending(true)
    setError(undefined)
    try {
      await send((name) => String(data.get(name) ?? ''))
    } catch (failure) {
      setError(accountErrorFrom(failure))
    } finally {
      setPending(false)
    }
  }

  return {
    pending,
    errorOf: (field) => (error?.field === field ? error.text : undefined),
    onSubmit: (event) => {
      event.preventDefault()
      if (!pending) void submit(event.currentTarget)
    },
  }
}
