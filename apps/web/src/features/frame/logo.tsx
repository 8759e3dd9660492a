/** The product's mark and name. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5 text-lg font-semibold tracking-tight">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7">
        <rect width="32" height="32" rx="9" className="fill-accent" />
        <path
          d="M7 12.5c3-3.4 6-3.4 9 0s6 3.4 9 0M7 20c3-3.4 6-3.4 9 0s6 3.4 9 0"
          className="fill-none stroke-on-accent stroke-3"
          strokeLinecap="round"
        />
      </svg>
      Rheos
    </span>
  )
}
