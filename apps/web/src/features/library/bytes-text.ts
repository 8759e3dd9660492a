/** `640 kB`, `3.2 MB`. */
export function bytesText(bytes: number): string {
  if (bytes === 0) return '0 kB'
  const kilobytes = bytes / 1000
  return kilobytes < 1000
    ? `${Math.max(1, Math.round(kilobytes))} kB`
    : `${(kilobytes / 1000).toFixed(1)} MB`
}
