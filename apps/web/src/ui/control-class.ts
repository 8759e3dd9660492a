/** The look that all boxes one writes or chooses in share. */
export const controlClass =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 text-base text-ink ' +
  'transition-colors hover:border-ink ' +
  'focus-visible:outline-2 focus-visible:-outline-offset-1 ' +
  'disabled:cursor-not-allowed disabled:opacity-60 ' +
  'aria-invalid:border-danger'
