import type { Quote } from '@rheos/contract'
import { Languages, Sparkles } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { quoteOf, usePrices } from '../../api/credits.ts'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/input.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { priceText } from '../credits/credits-text.ts'
import { wishes } from './rewrite-wishes.ts'
import type { Place } from './text-place.ts'

export interface RewriteToolbarProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly place: Place
  readonly onAsk: (instruction: string, quote: Quote) => void
  readonly onClose: () => void
}

/** What can be done with the words that are selected; stands below them. */
export function RewriteToolbar({ ref, place, onAsk, onClose }: RewriteToolbarProps) {
  const prices = usePrices().data
  const quote = prices && quoteOf(prices, 'text.rewrite')
  const [own, setOwn] = useState('')
  const ask = (instruction: string): void => {
    if (quote !== undefined && instruction.trim() !== '') onAsk(instruction.trim(), quote)
  }

  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label="Rewrite what is selected"
      style={{ top: place.top + place.height + 6 }}
      className="absolute inset-x-0 z-20 rounded-lg border border-line bg-raised p-2 shadow-high"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          onClose()
        } else moveFocus(event)
      }}
      // A press here must not take the selection away.
      onPointerDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
      }}
    >
      <div className="flex flex-wrap items-center gap-1">
        {wishes.map(({ label, instruction }) => (
          <Button
            key={label}
            size="sm"
            variant="ghost"
            disabled={quote === undefined}
            onClick={() => ask(instruction)}
          >
            {label}
          </Button>
        ))}
        <Menu
          align="start"
          trigger={
            <Button
              size="sm"
              variant="ghost"
              disabled={quote === undefined}
              icon={<Languages size={14} aria-hidden="true" />}
            >
              Translate
            </Button>
          }
        >
          {languages.map((language) => (
            <MenuItem key={language} onSelect={() => ask(`Translate it to ${language}`)}>
              {language}
            </MenuItem>
          ))}
        </Menu>
      </div>
      <form
        className="mt-1 flex gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          ask(own)
        }}
      >
        <Input
          aria-label="Say how to rewrite it"
          placeholder="Or say how, in your words"
          maxLength={500}
          className="h-9 grow text-sm"
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        <Button
          size="sm"
          type="submit"
          disabled={quote === undefined || own.trim() === ''}
          icon={<Sparkles size={14} aria-hidden="true" />}
          price={quote === undefined ? '–' : priceText(quote.credits)}
        >
          Rewrite
        </Button>
      </form>
    </div>
  )
}

const languages = [
  'UK English',
  'US English',
  'German',
  'French',
  'Spanish',
  'Portuguese',
  'Italian',
  'Dutch',
  'Polish',
  'Ukrainian',
  'Turkish',
  'Arabic',
  'Japanese',
  'Chinese',
] as const

/** Arrow keys move between the buttons, as in every toolbar. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0 || event.target instanceof HTMLInputElement) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:enabled')]
  const at = buttons.indexOf(event.target as HTMLElement)
  if (at === -1) return
  event.preventDefault()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
