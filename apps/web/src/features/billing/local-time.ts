/** The instant as `datetime-local` fields write it, in the person's zone: `2026-11-25T09:20`. */
export function localTimeOf(instant: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${String(instant.getFullYear()).padStart(4, '0')}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
  return `${date}T${two(instant.getHours())}:${two(instant.getMinutes())}`
}

/** The instant that a `datetime-local` field means; nothing while it is not complete. */
export function instantOf(localTime: string): Date | undefined {
  const instant = new Date(localTime)
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(localTime) && !Number.isNaN(instant.getTime())
    ? instant
    : undefined
}
