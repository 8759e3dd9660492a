import type { NewPriceVersion, PriceBook } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { pricePreviewQuery, usePublishPrices } from '../../api/operator.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { momentText } from '../billing/explanation-text.ts'
import { instantOf, localTimeOf } from '../billing/local-time.ts'
import { actionText } from '../credits/action-text.ts'
import { ConfirmedForm } from './confirmed-form.tsx'
import { ReasonField, wrongReason } from './credits-field.tsx'
import { PricePreviewTable } from './price-preview-table.tsx'

type Prices = NewPriceVersion['prices']
type Action = keyof Prices

const actions = [
  'image.standard',
  'image.pro',
  'image.upscale',
  'website.import',
  'text.ideas',
  'text.caption',
  'text.post',
  'text.rewrite',
  'text.slides',
] as const satisfies readonly Action[]
const dayMs = 86_400_000
const priceMax = 1000

/** What other prices would do, and the way to publish them. */
export function NewVersion({ book }: { readonly book: PriceBook }) {
  const last = book.versions[0]?.prices ?? {}
  const [written, setWritten] = useState<Readonly<Record<Action, string>>>(
    () =>
      Object.fromEntries(actions.map((action) => [action, String(last[action] ?? 0)])) as Record<
        Action,
        string
      >,
  )
  const [publishing, setPublishing] = useState(false)
  const prices = pricesOf(written)
  const preview = useQuery(pricePreviewQuery(prices))
  const changed =
    prices !== undefined && actions.filter((action) => prices[action] !== last[action])
  return (
    <section aria-labelledby="new-version">
      <h2 id="new-version" className="text-xl font-semibold">
        New version
      </h2>
      <p className="mt-1 mb-5 max-w-prose text-sm text-pretty text-muted">
        Credits for one unit of each action. Below is what the last 30 days of all workspaces would
        have cost by them.
      </p>
      <div className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3 lg:grid-cols-6">
        {actions.map((action) => (
          <Field
            key={action}
            label={actionText(action)}
            error={priceOf(written[action]) === undefined ? 'Write 0 to 1,000.' : undefined}
          >
            <Input
              inputMode="numeric"
              autoComplete="off"
              value={written[action]}
              className="tabular-nums"
              onChange={(event) => setWritten({ ...written, [action]: event.currentTarget.value })}
            />
          </Field>
        ))}
      </div>
      <div className="mt-8">
        {preview.isError ? (
          <ErrorNotice onRetry={() => void preview.refetch()}>
            {problemFrom(preview.error).detail}
          </ErrorNotice>
        ) : (
          <PricePreviewTable preview={preview.data} />
        )}
      </div>
      <Button
        variant="primary"
        className="mt-6"
        disabled={changed === false || changed.length === 0}
        onClick={() => setPublishing(true)}
      >
        Publish these prices
      </Button>
      {publishing && prices !== undefined && (
        <PublishForm book={book} prices={prices} onClose={() => setPublishing(false)} />
      )}
    </section>
  )
}

interface PublishFormProps {
  readonly book: PriceBook
  readonly prices: Prices
  readonly onClose: () => void
}

function PublishForm({ book, prices, onClose }: PublishFormProps) {
  const [from, setFrom] = useState(() => localTimeOf(nextMidnight()))
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<{ from?: string | undefined; reason?: string | undefined }>({})
  const { mutateAsync } = usePublishPrices()
  const last = book.versions[0]
  const effectiveFrom = instantOf(from)

  function check(): boolean {
    const found = { from: wrongStart(effectiveFrom, book), reason: wrongReason(reason) }
    setWrong(found)
    return found.from === undefined && found.reason === undefined
  }

  return (
    <ConfirmedForm
      title="Publish these prices"
      description="A version never changes once it is published. To correct it, publish another after it."
      check={check}
      effect={() => (
        <>
          <p className="font-medium">From {momentText(effectiveFrom?.toISOString() ?? '')}:</p>
          <ul className="mt-1">
            {actions
              .filter((action) => prices[action] !== last?.prices[action])
              .map((action) => (
                <li key={action}>
                  {actionText(action)}: {last?.prices[action]} → {prices[action]} credits
                </li>
              ))}
          </ul>
          <p className="mt-2">
            Whoever saw the old price before is asked again. What was used stays at the price paid.
          </p>
        </>
      )}
      confirmLabel={() => `Publish version ${(last?.version ?? 0) + 1}`}
      onConfirm={async (pressId) => {
        const version = {
          prices,
          effectiveFrom: effectiveFrom?.toISOString() ?? '',
          reason: reason.trim(),
        }
        const published = await mutateAsync({ version, pressId })
        return `Version ${published.version} is published.`
      }}
      onClose={onClose}
    >
      <Field
        label="In force from"
        error={wrong.from}
        hint={`At least ${book.noticeSeconds / 60} minutes from now.`}
      >
        <Input
          type="datetime-local"
          dir="ltr"
          value={from}
          className="tabular-nums"
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      </Field>
      <ReasonField
        hint="Operators read it beside the version."
        value={reason}
        error={wrong.reason}
        onChange={setReason}
      />
    </ConfirmedForm>
  )
}

function wrongStart(start: Date | undefined, { versions, noticeSeconds }: PriceBook) {
  if (start === undefined) return 'Choose a day and a time.'
  if (start.getTime() < Date.now() + noticeSeconds * 1000)
    return `Choose a time at least ${noticeSeconds / 60} minutes from now.`
  const last = versions[0]
  return last !== undefined && start.toISOString() <= last.effectiveFrom
    ? `Choose a time after ${momentText(last.effectiveFrom)}, when version ${last.version} begins.`
    : undefined
}

/** Not the coming one, which may be minutes away. */
function nextMidnight(): Date {
  const day = new Date(Date.now() + 2 * dayMs)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate())
}

function priceOf(text: string): number | undefined {
  const price = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN
  return price <= priceMax ? price : undefined
}

/** Nothing while one of them is not a price. */
function pricesOf(written: Readonly<Record<Action, string>>): Prices | undefined {
  const entries = actions.map((action) => [action, priceOf(written[action])] as const)
  return entries.every(([, price]) => price !== undefined)
    ? (Object.fromEntries(entries) as Prices)
    : undefined
}
