import type { ConnectableNetwork, Connection, SocialAccount } from '@rheos/contract'
import { type FormEvent, useState } from 'react'
import { useConnect } from '../../api/social-accounts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

export interface ConnectDialogProps {
  readonly network: ConnectableNetwork
  readonly brandId: string
  /** The account that is connected anew. */
  readonly account: SocialAccount | undefined
  readonly onClose: () => void
  /** It needs no page of the network, or not any more. */
  readonly onConnection: (connection: Connection) => void
}

/** Says what connecting does, asks for what the network needs, and leads there. */
export function ConnectDialog(props: ConnectDialogProps) {
  const { network, brandId, account, onClose, onConnection } = props
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(network.fields.map(({ name, initial = '' }) => [name, initial])),
  )
  const connect = useConnect()

  function submit(event: FormEvent): void {
    event.preventDefault()
    connect.mutate(
      {
        network: network.network,
        brandId,
        fields: { ...values },
        ...(account !== undefined && { socialAccountId: account.id }),
      },
      { onSuccess: proceed },
    )
  }

  function proceed(connection: Connection): void {
    if (connection.state === 'authorize' && connection.authorizeUrl !== null)
      window.location.assign(connection.authorizeUrl)
    else onConnection(connection)
  }

  const isLeaving = connect.data?.state === 'authorize'
  const isComplete = network.fields.every(({ name }) => (values[name] ?? '').trim() !== '')
  const form = `connect-${network.network}`
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={account === undefined ? `Connect ${network.name}` : `Reconnect ${account.name}`}
      description={network.promise}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            disabled={!isComplete}
            loading={connect.isPending || isLeaving}
          >
            {network.connect === 'oauth' ? `Continue to ${network.name}` : 'Connect'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-5">
        {network.connect === 'oauth' && (
          <p className="text-sm text-pretty text-muted">
            {network.name} asks you to allow Rheos to publish in your name. You can take that back
            at any time, here or there.
          </p>
        )}
        {network.fields.map((field) => (
          <Field key={field.name} label={field.label} hint={field.hint}>
            <Input
              type={field.secret ? 'password' : 'text'}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              placeholder={field.placeholder}
              value={values[field.name] ?? ''}
              onChange={({ target }) => setValues({ ...values, [field.name]: target.value })}
            />
          </Field>
        ))}
        {connect.isError && <ErrorNotice error={connect.error} />}
      </form>
    </Dialog>
  )
}
