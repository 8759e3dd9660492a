import { useChangeMe, useMe } from '../../api/account.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Switch } from '../../ui/switch.tsx'

/** Whether this person is mailed when credits run low. */
export function MailChoice() {
  const change = useChangeMe()
  const saved = useMe().data?.creditMails ?? true
  const shown = change.isPending ? change.variables.creditMails : saved
  return (
    <div className="max-w-md">
      <Switch
        label="E-mail me about credits"
        hint="When they run low in a workspace of yours, and when they are used up."
        checked={shown}
        onChange={(creditMails) => change.mutate({ creditMails })}
      />
      {change.isError && <ErrorNotice error={change.error} className="mt-3" />}
    </div>
  )
}
