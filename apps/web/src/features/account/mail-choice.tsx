import { useChangeMe, useMe } from '../../api/account.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Switch } from '../../ui/switch.tsx'

/** What this person is mailed about. */
export function MailChoice() {
  const change = useChangeMe()
  const me = useMe().data
  const changed = change.isPending ? change.variables : {}
  return (
    <div className="max-w-md space-y-5">
      <Switch
        label="E-mail me about credits"
        hint="When they run low in a workspace of yours, and when they are used up."
        checked={changed.creditMails ?? me?.creditMails ?? true}
        onChange={(creditMails) => change.mutate({ creditMails })}
      />
      <Switch
        label="E-mail me about publishing"
        hint="When a post did not go out, and when an account has to be connected again."
        checked={changed.publishingMails ?? me?.publishingMails ?? true}
        onChange={(publishingMails) => change.mutate({ publishingMails })}
      />
      {change.isError && <ErrorNotice error={change.error} />}
    </div>
  )
}
