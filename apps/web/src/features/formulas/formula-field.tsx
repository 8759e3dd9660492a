import { ChevronRight, X } from 'lucide-react'
import { useId } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'

export interface FormulaFieldProps {
  readonly label: string
  /** The label of what is chosen; nothing leaves it to the writer. */
  readonly chosen: string | undefined
  readonly onOpen: () => void
  readonly onClear: () => void
}

/** A formula that may be chosen, from a list too long for a menu. */
export function FormulaField({ label, chosen, onOpen, onClear }: FormulaFieldProps) {
  const id = useId()
  return (
    <div>
      <p id={`${id}-label`} className="mb-1.5 text-sm font-medium">
        {label}
      </p>
      <div className="flex items-center gap-1">
        <button
          type="button"
          id={id}
          aria-labelledby={`${id}-label ${id}`}
          aria-haspopup="dialog"
          onClick={onOpen}
          className="flex h-10 min-w-0 grow items-center justify-between gap-2 rounded-md border border-line-strong bg-surface px-3 text-start transition-colors hover:border-ink"
        >
          <span className={chosen === undefined ? 'truncate text-muted' : 'truncate'}>
            {chosen ?? 'Whatever fits'}
          </span>
          <ChevronRight size={16} aria-hidden="true" className="shrink-0 text-muted" />
        </button>
        {chosen !== undefined && (
          <IconButton
            label={`Leave the ${label.toLowerCase()} open`}
            icon={<X size={16} aria-hidden="true" />}
            onClick={onClear}
          />
        )}
      </div>
    </div>
  )
}
