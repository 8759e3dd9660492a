export const backdropClass =
  'fixed inset-0 z-40 bg-scrim transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0'

/** On a telephone a dialog rises from the bottom edge; elsewhere it stands in the middle. */
export const dialogPlaceClass =
  'fixed inset-0 z-40 flex items-end justify-center sm:items-center sm:p-6'

export const dialogClass =
  'relative flex max-h-[92dvh] w-full flex-col overflow-hidden rounded-t-xl border border-line ' +
  'bg-raised text-ink shadow-high outline-none transition-[opacity,translate] sm:rounded-xl ' +
  'data-starting-style:translate-y-2 data-starting-style:opacity-0 ' +
  'data-ending-style:translate-y-2 data-ending-style:opacity-0'
