import { ArrowLeft } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import { PostSheet } from '../posts/post-sheet.tsx'
import { NetworkCounter } from '../preflight/network-counter.tsx'
import { CharacterCount } from './character-count.tsx'
import type { Text } from './use-text.ts'

/** A text on the sheet it will be edited on, while it is being written. */
export function TextStream({ writing }: { readonly writing: Text }) {
  const { request, text, running, problem, start, stop, clear } = writing
  if (request === undefined) return null
  const only = request.networks?.length === 1 ? request.networks[0] : undefined
  return (
    <PostSheet
      aside={
        <>
          {only === undefined ? (
            <CharacterCount text={text} />
          ) : (
            <NetworkCounter text={text} network={only} />
          )}
          {running && <Button onClick={stop}>Stop</Button>}
        </>
      }
    >
      {request.idea !== undefined && (
        <p dir="auto" className="mb-4 text-xl font-semibold">
          {request.idea.title}
        </p>
      )}
      <p
        dir="auto"
        aria-busy={running}
        className="min-h-48 text-lg leading-relaxed whitespace-pre-wrap"
      >
        {text}
        {running && (
          <span
            aria-hidden="true"
            className="ms-0.5 inline-block h-[1.1em] w-0.5 animate-breathe bg-accent align-text-bottom"
          />
        )}
      </p>
      {running && (
        <p role="status" className="sr-only">
          Writing
        </p>
      )}
      {problem !== undefined && (
        <div className="mt-6 space-y-4">
          <ErrorNotice title="This could not be written">{problem.detail}</ErrorNotice>
          <div className="flex flex-wrap items-start gap-2">
            <SpendButton
              action={`text.${request.kind}`}
              label="Try again"
              quiet
              onSpend={({ quote, pressId }) => start({ ...request, quote }, pressId)}
            />
            <Button variant="ghost" icon={<ArrowLeft size={16} />} onClick={clear}>
              Back
            </Button>
          </div>
        </div>
      )}
    </PostSheet>
  )
}
