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
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard keys">
      <KeyList title="Everywhere" rows={everywhere} />
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
