/** `0:04`, `12:30`, `1:05:09`. */
export function durationText(durationMs: number): string {
  const all = Math.max(1, Math.round(durationMs / 1000))
  const two = (number: number) => String(number).padStart(2, '0')
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  return hours === 0 ? `${minutes}:${two(seconds)}` : `${hours}:${two(minutes)}:${two(seconds)}`
}
