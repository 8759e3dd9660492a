/** The next full hour that leaves some minutes to change one's mind, on the wall of this place. */
export function nextHour(now: Date): string {
  const hours = now.getHours() + (now.getMinutes() < 45 ? 1 : 2)
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hours)
  const pad = (value: number) => String(value).padStart(2, '0')
  const day = [at.getFullYear(), pad(at.getMonth() + 1), pad(at.getDate())].join('-')
  return `${day}T${pad(at.getHours())}:00`
}
