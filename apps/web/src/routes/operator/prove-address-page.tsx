import { Navigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAskForAddressLink, useMe, useProveAddress } from '../../api/account.ts'
import { LoggedMailNotice } from '../../features/account/logged-mail-notice.tsx'
import { PagePending } from '../../features/frame/page-pending.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

/** For somebody who is listed as an operator and has not shown yet that the address is theirs. */
export function ProveAddressPage() {
  const { token } = useSearch({ from: '/studio/operator/address' })
  const me = useMe().data
  const { mutate: prove, error } = useProveAddress()
  useEffect(() => {
    if (token !== undefined) prove(token)
  }, [token, prove])

  if (me?.operator === 'yes') return <Navigate to="/operator" replace />
  if (token !== undefined && error === null) return <PagePending />
  return (
    <>
      <PageHeader
        title="Prove that this address is yours"
        description={
          <>
            The operator’s desk is for <Address />. An account can be made with any address, so the
            desk opens once you have followed a link that only this address gets.
          </>
        }
      />
      <div className="max-w-prose space-y-6">
        <AskForLink refused={error} />
      </div>
    </>
  )
}

function AskForLink({ refused }: { readonly refused: Error | null }) {
  const [sent, setSent] = useState(0)
  const { mutate, isPending, error } = useAskForAddressLink()
  const ask = () => mutate(undefined, { onSuccess: () => setSent(sent + 1) })
  const shown = error ?? (sent === 0 ? refused : null)
  return (
    <>
      <div role="status" className="space-y-4 empty:hidden">
        {sent > 0 && (
          <>
            <p className="text-pretty">
              {sent > 1 && 'Sent again. '}
              Look for the mail “Open the operator’s desk of Rheos”. Its link works for one hour,
              wherever you are signed in as you are here. Nothing there after a few minutes? Look
              among the unwanted mail, or send it again.
            </p>
            <LoggedMailNotice />
          </>
        )}
      </div>
      {shown !== null && <ErrorNotice error={shown} />}
      <Button variant={sent === 0 ? 'primary' : 'secondary'} loading={isPending} onClick={ask}>
        {sent === 0 ? 'Send the link' : 'Send it again'}
      </Button>
    </>
  )
}

function Address() {
  return (
    <strong dir="ltr" className="font-medium wrap-anywhere text-ink">
      {useMe().data?.user.email}
    </strong>
  )
}
