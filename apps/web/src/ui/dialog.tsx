import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classNames } from './class-names.ts'
import { backdropClass, dialogClass, dialogPlaceClass } from './dialog-class.ts'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly titleHidden?: boolean
  readonly description?: ReactNode
  /**
   * `wide` for pictures and pickers, `full` for work that needs the room, `whole` for work that keeps
   * its height and takes all of a telephone.
   */
  readonly width?: 'narrow' | 'wide' | 'full' | 'whole'
  readonly footer?: ReactNode
  /** The dialog itself has the focus first, so that no hint of a button opens over it. */
  readonly focusWhole?: boolean
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLDivElement>) => void) | undefined
  readonly children: ReactNode
}

const widths = {
  narrow: 'sm:max-w-md',
  wide: 'sm:max-w-prose',
  full: 'sm:max-w-page',
  whole: 'max-sm:h-dvh max-sm:max-h-dvh max-sm:rounded-none sm:h-[88dvh] sm:max-w-page',
} as const

export function Dialog(props: DialogProps) {
  const { title, titleHidden = false, description, width = 'narrow', footer, children } = props
  const popup = useRef<HTMLDivElement>(null)
  return (
    <BaseDialog.Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropClass} />
        <BaseDialog.Viewport className={dialogPlaceClass}>
          <BaseDialog.Popup
            ref={popup}
            initialFocus={props.focusWhole ? popup : true}
            className={classNames(dialogClass, widths[width])}
            onKeyDown={props.onKeyDown}
          >
            <div className={classNames('shrink-0 px-6 pt-5 pe-14', titleHidden && 'sr-only')}>
              <BaseDialog.Title className="text-xl font-semibold">{title}</BaseDialog.Title>
              {description !== undefined && (
                <BaseDialog.Description className="mt-1 text-sm text-muted">
                  {description}
                </BaseDialog.Description>
              )}
            </div>
            <div className="min-h-0 grow overflow-y-auto px-6 py-5">{children}</div>
            {footer !== undefined && (
              <div className="flex shrink-0 flex-wrap justify-end gap-2 border-t border-line px-6 py-4">
                {footer}
              </div>
            )}
            <BaseDialog.Close
              aria-label="Close"
              className="absolute end-3 top-3 inline-flex size-10 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink"
            >
              <X size={18} aria-hidden="true" />
            </BaseDialog.Close>
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
