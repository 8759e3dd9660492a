import type { Quote } from '@rheos/contract'
import { Languages, Sparkles, X } from 'lucide-react'
import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useState,
} from 'react'
import { quoteOf, usePrices } from '../../api/credits.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { priceText } from '../credits/credits-text.ts'
import { wishes } from './rewrite-wishes.ts'
import type { Place } from './text-place.ts'
import { useKeyboardInset } from './use-keyboard-inset.ts'

export interface RewriteToolbarProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly place: Place
  readonly onAsk: (instruction: string, quote: Quote) => void
  readonly onClose: () => void
}

/**
 * What can be done with the words that are selected. Stands below them; on a telephone at the foot of
 * the window, over the keyboard, where neither they nor their handles are covered.
 */
export function RewriteToolbar({ ref, place, onAsk, onClose }: RewriteToolbarProps) {
  const prices = usePrices().data
  const quote = prices && quoteOf(prices, 'text.rewrite')
  const [own, setOwn] = useState('')
  const inset = useKeyboardInset()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard moves the toolbar.
  useEffect(() => keepInSight(ref.current, place), [ref, place, inset])
  const ask = (instruction: string): void => {
    if (quote !== undefined && instruction.trim() !== '') onAsk(instruction.trim(), quote)
  }

  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label="Rewrite what is selected"
      style={
        { '--below': `${place.top + place.height + 6}px`, '--inset': `${inset}px` } as CSSProperties
      }
      className={classNames(
        'z-40 border-line bg-raised p-2 shadow-high md:absolute md:inset-x-0 md:top-(--below) md:z-20 md:rounded-lg md:border',
        'max-md:fixed max-md:inset-x-0 max-md:bottom-(--inset) max-md:rounded-t-xl max-md:border-t max-md:pb-[max(0.5rem,env(safe-area-inset-bottom))]',
      )}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          onClose()
        } else moveFocus(event)
      }}
      // A press here must not take the selection away; a finger's comes as a mouse's too.
      onPointerDown={keepSelection}
      onMouseDown={keepSelection}
    >
      <div className="flex items-center gap-1 max-md:-m-1 max-md:overflow-x-auto max-md:p-1 max-md:pe-12 md:flex-wrap">
        {wishes.map(({ label, instruction }) => (
          <Button
            key={label}
            size="sm"
            variant="ghost"
            className="shrink-0"
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
              className="shrink-0"
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
      <IconButton
        label="Close"
        icon={<X size={18} aria-hidden="true" />}
        className="absolute end-1 top-2 bg-raised md:hidden"
        onClick={onClose}
      />
      <form
        className="mt-1 flex gap-2 max-md:mt-2"
        onSubmit={(event) => {
          event.preventDefault()
          ask(own)
        }}
      >
        <Input
          aria-label="Say how to rewrite it"
          placeholder="Or say how, in your words"
          maxLength={500}
          className="h-10 min-w-0 grow md:h-9 md:text-sm"
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

function keepSelection(event: SyntheticEvent): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
}

const air = 12

/** Scrolls what is selected out from under a toolbar that stands at the foot of the window. */
function keepInSight(toolbar: HTMLElement | null, { top, height }: Place): void {
  const text = toolbar?.parentElement
  if (toolbar === null || text == null || getComputedStyle(toolbar).position !== 'fixed') return
  const end = text.getBoundingClientRect().top + top + height
  const covered = end + air - toolbar.getBoundingClientRect().top
  if (covered > 0) window.scrollBy({ top: covered })
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
