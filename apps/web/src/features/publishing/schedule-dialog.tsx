import type { FreeSlots, Post, SocialAccount } from '@rheos/contract'
import { type FormEvent, useState } from 'react'
import { useFreeSlots, usePublishNow, useSchedule } from '../../api/publishing.ts'
import { useSocialAccounts } from '../../api/social-accounts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.ts'
import { ownTimeZone, wallTimeText } from '../calendar/moment-text.ts'
import { AccountsChoice } from './accounts-choice.tsx'
import { nextHour } from './next-hour.ts'
import { recurrenceOf, repeatLabels, repeatOf, repeats } from './repeats.ts'
import { WhenField } from './when-field.tsx'

export interface ScheduleDialogProps {
  readonly post: Post
  readonly onClose: () => void
}

/** Where and when a post goes out. */
export function ScheduleDialog({ post, onClose }: ScheduleDialogProps) {
  const accounts = useSocialAccounts()
  const ofBrand = accounts.data?.filter(({ brandId }) => brandId === post.brandId)
  // What it begins with is known before it is shown; without an answer any other time can be set.
  const slots = useFreeSlots(post.brandId, ownTimeZone(), 3)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={post.schedule === null ? 'Schedule' : 'Reschedule'}
      description="Publishing never costs credits."
      width="wide"
    >
      {accounts.isError && (
        <ErrorNotice error={accounts.error} onRetry={() => void accounts.refetch()} />
      )}
      {(accounts.isPending || slots.isLoading) && <Skeleton className="h-64 w-full" />}
      {ofBrand !== undefined && !slots.isLoading && (
        <ScheduleForm post={post} accounts={ofBrand} slots={slots.data ?? []} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface ScheduleFormProps extends ScheduleDialogProps {
  readonly accounts: readonly SocialAccount[]
  /** The brand's next free times. */
  readonly slots: FreeSlots['items']
}

function ScheduleForm({ post, accounts, slots, onClose }: ScheduleFormProps) {
  const usable = accounts.filter(({ network }) => post.networks.includes(network))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(post.schedule?.socialAccountIds ?? usable.map(({ id }) => id)),
  )
  const [when, setWhen] = useState(() => startOf(post, slots))
  const [repeat, setRepeat] = useState(repeatOf(post.schedule?.recurrence ?? null))
  const [until, setUntil] = useState(post.schedule?.recurrence?.until ?? '')
  const schedule = useSchedule()
  const publish = usePublishNow()
  const socialAccountIds = usable.map(({ id }) => id).filter((id) => chosen.has(id))
  const isWorking = schedule.isPending || publish.isPending
  const error = schedule.error ?? publish.error

  if (post.brandId === null) return <NoBrand />
  if (post.networks.length === 0) return <NoNetwork />

  function submit(event: FormEvent): void {
    event.preventDefault()
    publish.reset()
    schedule.mutate(
      {
        postId: post.id,
        schedule: { ...when, recurrence: recurrenceOf(repeat, until), socialAccountIds },
      },
      {
        onSuccess: ({ schedule: set }) => {
          toast({ title: `Scheduled for ${wallTimeText(set?.wallTime ?? when.wallTime)}` })
          onClose()
        },
      },
    )
  }

  function publishNow(): void {
    schedule.reset()
    publish.mutate({ postId: post.id, socialAccountIds }, { onSuccess: onClose })
  }

  return (
    <form onSubmit={submit} className="space-y-6">
      <AccountsChoice
        networks={post.networks}
        accounts={accounts}
        chosen={chosen}
        onChange={setChosen}
      />
      <WhenField slots={slots} {...when} onChange={setWhen} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Repeats">
          <Select
            value={repeat}
            options={repeats.map((value) => ({ value, label: repeatLabels[value] }))}
            onChange={setRepeat}
          />
        </Field>
        {repeat !== 'never' && (
          <Field label="Until" hint="Empty: until you stop it.">
            <Input type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
          </Field>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          onClick={publishNow}
          loading={publish.isPending}
          disabled={socialAccountIds.length === 0 || isWorking}
        >
          Publish now
        </Button>
        <Button
          type="submit"
          variant="primary"
          loading={schedule.isPending}
          disabled={socialAccountIds.length === 0 || isWorking}
        >
          Schedule
        </Button>
      </div>
    </form>
  )
}

/** What is set; else the brand's next free time, else the next hour. */
function startOf({ schedule }: Post, slots: FreeSlots['items']) {
  const now = new Date()
  const free = slots.find(({ at }) => Date.parse(at) > now.getTime())
  const { wallTime = nextHour(now), timeZone = ownTimeZone() } = schedule ?? free ?? {}
  return { wallTime, timeZone }
}

function NoBrand() {
  return (
    <p className="text-sm">
      Accounts belong to a brand, and this post has none. Start a new post with a brand chosen at
      the top of the sidebar.
    </p>
  )
}

function NoNetwork() {
  return (
    <div className="space-y-4 text-sm">
      <p>The post has no network yet. Add one above its text, then schedule it.</p>
      <LinkButton to="/settings/accounts" size="sm">
        See connected accounts
      </LinkButton>
    </div>
  )
}
