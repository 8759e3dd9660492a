import { useAbout } from '../../api/account.ts'

/** Says honestly when no mail will come. */
export function LoggedMailNotice() {
  const about = useAbout().data
  if (about === undefined || about.mailDelivered) return null
  return (
    <p className="rounded-lg bg-warning-soft p-3.5 text-sm text-warning">
      This installation sends no mail: it writes its mails to its log. Whoever runs it finds your
      link there.
    </p>
  )
}
