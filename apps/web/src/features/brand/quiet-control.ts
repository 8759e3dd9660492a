/**
 * A control that looks like the text it holds until one comes near: the brand page is read more
 * often than it is edited.
 */
export const quietControl =
  '-ms-3 w-[calc(100%+0.75rem)]! border-transparent! bg-transparent! hover:border-line-strong! hover:bg-surface! focus-within:bg-surface! focus:bg-surface!'
