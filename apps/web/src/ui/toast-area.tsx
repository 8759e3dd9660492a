import { Toast as BaseToast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ToastOptions } from './toast.ts'

/** Shows each toast asked for, once. */
export function ToastArea({ asked }: { readonly asked: readonly ToastOptions[] }) {
  return (
    <BaseToast.Provider limit={3}>
      <Feed asked={asked} />
      <BaseToast.Portal>
        <BaseToast.Viewport className="fixed end-4 bottom-20 z-50 flex w-[calc(100%-2rem)] flex-col gap-2 sm:bottom-4 sm:w-96">
          <ToastList />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  )
}

function Feed({ asked }: { readonly asked: readonly ToastOptions[] }) {
  const manager = BaseToast.useToastManager()
  const given = useRef(0)
  useEffect(() => {
    for (const options of asked.slice(given.current)) addTo(manager, options)
    given.current = asked.length
  }, [asked, manager])
  return null
}

type Manager = ReturnType<typeof BaseToast.useToastManager>

function addTo(manager: Manager, { title, description, action, tone, id }: ToastOptions): void {
  const shown = manager.add({
    id,
    title,
    description,
    type: tone,
    timeout: action === undefined ? 5000 : 9000,
    priority: tone === 'danger' ? 'high' : 'low',
    actionProps:
      action === undefined
        ? undefined
        : {
            children: action.label,
            onClick: () => {
              manager.close(shown)
              action.onPress()
            },
          },
  })
}

function ToastList() {
  const { toasts: shown } = BaseToast.useToastManager()
  return shown.map((toast) => (
    <BaseToast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['right', 'down']}
      className="rounded-lg border border-line bg-raised shadow-high transition-[opacity,translate] data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0 data-ending-style:opacity-0"
    >
      <BaseToast.Content className="flex items-start gap-3 p-3.5">
        <ToneIcon tone={toast.type} />
        <div className="min-w-0 grow text-sm">
          <BaseToast.Title className="font-medium" />
          <BaseToast.Description className="text-muted" />
        </div>
        <BaseToast.Action className="hit-area shrink-0 rounded-sm text-sm font-medium text-accent-ink underline-offset-2 hover:underline" />
        <BaseToast.Close
          aria-label="Dismiss"
          // Toasts are never stacked here, so that it is always in sight and in reach.
          aria-hidden={false}
          className="hit-area -m-1 shrink-0 rounded-sm p-1 text-muted hover:text-ink"
        >
          <X size={16} aria-hidden="true" />
        </BaseToast.Close>
      </BaseToast.Content>
    </BaseToast.Root>
  ))
}

function ToneIcon({ tone }: { readonly tone: string | undefined }) {
  const shape = { size: 18, 'aria-hidden': true } as const
  if (tone === 'success') return <CircleCheck {...shape} className="mt-px shrink-0 text-success" />
  if (tone === 'danger') return <CircleAlert {...shape} className="mt-px shrink-0 text-danger" />
  return null
}
