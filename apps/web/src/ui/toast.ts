export interface ToastOptions {
  readonly title: string
  readonly description?: string
  /** One thing to do about it: undo, open. */
  readonly action?: { readonly label: string; readonly onPress: () => void }
  readonly tone?: 'plain' | 'success' | 'danger'
  /** A second toast with the same id takes the place of the first. */
  readonly id?: string
}

const asked = 'rheos:toast'

/** Shows a notice that leaves by itself; longer when it offers something to do. */
export function toast(options: ToastOptions): void {
  window.dispatchEvent(new CustomEvent(asked, { detail: options }))
}

export function onToast(show: (options: ToastOptions) => void): () => void {
  const listener = (event: Event) => show((event as CustomEvent<ToastOptions>).detail)
  window.addEventListener(asked, listener)
  return () => window.removeEventListener(asked, listener)
}
