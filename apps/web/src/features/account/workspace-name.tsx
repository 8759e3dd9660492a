import { type FormEvent, useState } from 'react'
import { useChangeWorkspace, useWorkspace } from '../../api/account.ts'
import { problemFrom } from '../../api/api-error.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { toast } from '../../ui/toast.ts'

export function WorkspaceName() {
  const workspace = useWorkspace()
  const change = useChangeWorkspace()
  const [name, setName] = useState(workspace.name)
  const changed = name.trim() !== workspace.name

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    if (!changed || change.isPending) return
    change.mutate(
      { name: name.trim() },
      { onSuccess: () => toast({ title: 'Workspace renamed', tone: 'success' }) },
    )
  }

  return (
    <form onSubmit={onSubmit}>
      <Field
        label="Workspace"
        error={change.error === null ? undefined : problemFrom(change.error).detail}
      >
        <div className="flex gap-2">
          <Input
            value={name}
            maxLength={80}
            required
            disabled={workspace.role !== 'owner'}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            loading={change.isPending}
            disabled={!changed || name.trim() === ''}
          >
            Save
          </Button>
        </div>
      </Field>
    </form>
  )
}
