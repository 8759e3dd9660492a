import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { commandKey } from './command-key.ts'
import { places } from './places.ts'

interface KeyRow {
  readonly keys: readonly string[]
  readonly does: string
}

export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const everywhere: readonly KeyRow[] = [
    { keys: [commandKey().trim(), 'K'], does: 'Commands' },
    { keys: ['n'], does: 'New post' },
    { keys: ['?'], does: 'This list' },
    ...places.map((place) => ({ keys: ['g', place.key], does: `Go to ${place.label}` })),
  ]
  const review: readonly KeyRow[] = [
    { keys: ['↑', '↓'], does: 'Move between findings' },
    { keys: ['a'], does: 'Accept' },
    { keys: ['d'], does: 'Dismiss' },
  ]
  const command = commandKey().trim()
  const writing: readonly KeyRow[] = [
    { keys: ['←', '→'], does: 'Other networks, on their tabs' },
    { keys: [command, 'J'], does: 'Rewrite what is selected' },
    { keys: ['Enter'], does: 'Accept a suggestion' },
    { keys: ['Esc'], does: 'Reject it' },
    { keys: [command, 'Enter'], does: 'Next part of a thread' },
    { keys: [command, 'S'], does: 'Save now' },
    { keys: [command, 'Z'], does: 'Undo' },
    { keys: ['Space', '← →'], does: 'Move a picture, on its handle' },
  ]
  const ideas: readonly KeyRow[] = [
    { keys: ['1', '2', '3'], does: 'Choose an idea' },
    { keys: ['w'], does: 'Write the one in focus' },
    { keys: ['r'], does: 'Other ideas' },
    { keys: ['Enter'], does: 'Keep the chosen ones' },
  ]
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard keys">
      <KeyList title="Everywhere" rows={everywhere} />
      <KeyList title="Writing a post" rows={writing} />
      <KeyList title="Ideas" rows={ideas} />
      <KeyList title="Reviewing findings" rows={review} />
    </Dialog>
  )
}

function KeyList({ title, rows }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  return (
    <section className="mb-6 last:mb-0">
      <h3 className="mb-2 text-sm text-muted">{title}</h3>
      <dl>
        {rows.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between py-1 text-sm">
            <dt>{does}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
