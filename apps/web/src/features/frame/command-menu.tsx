import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { backdropClass } from '../../ui/dialog-class.ts'
import type { Command } from './command.ts'
import { useCommands } from './commands.ts'
import type { ShownGroup } from './matching-commands.ts'

/** Everything one can go to or do, found by a few letters. */
export function CommandMenu({ onClose }: { readonly onClose: () => void }) {
  const listId = useId()
  const [text, setText] = useState('')
  const [index, setIndex] = useState(0)
  const groups = useCommands(text)
  const found = groups.flatMap(({ commands }) => commands)
  const chosen = found[Math.min(index, found.length - 1)]

  function run(command: Command): void {
    onClose()
    command.run()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      setIndex((Math.min(index, found.length - 1) + step + found.length) % found.length)
    }
    if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault()
      run(chosen)
    }
  }

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 pt-[12dvh]">
          <Dialog.Popup className="flex max-h-[70dvh] w-full max-w-lg flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-high outline-none">
            <Dialog.Title className="sr-only">Commands</Dialog.Title>
            <div className="flex items-center gap-3 border-b border-line px-4">
              <Search size={18} aria-hidden="true" className="shrink-0 text-muted" />
              <input
                role="combobox"
                aria-label="Find a command"
                aria-expanded="true"
                aria-controls={listId}
                aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen.id}`}
                autoComplete="off"
                placeholder="Go to, create, or find a post"
                value={text}
                onChange={(event) => {
                  setText(event.currentTarget.value)
                  setIndex(0)
                }}
                onKeyDown={onKeyDown}
                className="h-13 min-w-0 grow bg-transparent text-base outline-none"
              />
            </div>
            <div id={listId} role="listbox" aria-label="Commands" className="overflow-y-auto p-1.5">
              {groups.map((shown) => (
                <CommandRows
                  key={shown.group}
                  shown={shown}
                  listId={listId}
                  chosen={chosen}
                  onChoose={(command) => setIndex(found.indexOf(command))}
                  onRun={run}
                />
              ))}
            </div>
            {found.length === 0 && (
              <p role="status" className="px-4 pb-5 text-sm text-muted">
                Nothing by that name.
              </p>
            )}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface CommandRowsProps {
  readonly shown: ShownGroup
  readonly listId: string
  readonly chosen: Command | undefined
  readonly onChoose: (command: Command) => void
  readonly onRun: (command: Command) => void
}

function CommandRows({ shown, listId, chosen, onChoose, onRun }: CommandRowsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; these are options.
    <div role="group" aria-label={shown.group}>
      <p aria-hidden="true" className="px-3 pt-2 pb-1 text-xs text-muted">
        {shown.group}
      </p>
      {shown.commands.map((command) => (
        <CommandRow
          key={command.id}
          id={`${listId}-${command.id}`}
          command={command}
          chosen={command === chosen}
          onChoose={() => onChoose(command)}
          onRun={() => onRun(command)}
        />
      ))}
    </div>
  )
}

interface CommandRowProps {
  readonly id: string
  readonly command: Command
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onRun: () => void
}

function CommandRow({ id, command, chosen, onChoose, onRun }: CommandRowProps) {
  const { icon: Icon } = command
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, as in every combobox.
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, see above.
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      ref={(row) => {
        if (chosen) row?.scrollIntoView({ block: 'nearest' })
      }}
      onPointerMove={onChoose}
      onClick={onRun}
      className={classNames(
        'flex h-10 scroll-mt-8 cursor-default items-center gap-3 rounded-md px-3 text-sm',
        chosen && 'bg-hover',
      )}
    >
      <Icon size={17} aria-hidden="true" className="shrink-0 text-muted" />
      <span dir="auto" className="min-w-0 grow truncate">
        {command.label}
      </span>
      <span className="shrink-0 text-xs text-muted">{command.hint}</span>
    </div>
  )
}
