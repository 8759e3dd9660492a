/** The look of what opens beside its trigger: menus, selects, tooltips of the heavier kind. */
export const popupClass =
  'rounded-lg border border-line bg-raised p-1 text-ink shadow-high outline-none ' +
  'origin-(--transform-origin) transition-[opacity,scale] ' +
  'data-starting-style:scale-98 data-starting-style:opacity-0 ' +
  'data-ending-style:scale-98 data-ending-style:opacity-0'

export const popupItemClass =
  'flex min-h-10 md:min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm outline-none ' +
  'select-none data-disabled:opacity-50 data-highlighted:bg-hover'
