const whole = new Intl.NumberFormat('en-GB')

/** `1 picture`, `2,000 characters`. */
export function counted(many: number, one: string, more = `${one}s`): string {
  return `${whole.format(many)} ${many === 1 ? one : more}`
}

/** `8 MB`, `1.9 MB`: decimal, as networks give them. */
export function megabytes(bytes: number): string {
  const megabyte = bytes / 1_000_000
  return `${megabyte >= 10 ? Math.round(megabyte) : Math.round(megabyte * 10) / 10} MB`
}

/** `Picture 2`, or `The picture` where there is one. */
export function pictureName(index: number, of: number, what = 'picture'): string {
  if (of === 1) return `The ${what}`
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${index + 1}`
}

/** `0.5 seconds`, `45 seconds`, `3 minutes`, `1 h 5 min`: never so rounded that it seems to fit. */
export function durationText(seconds: number): string {
  if (seconds < 10 && seconds % 1 !== 0) return counted(Math.round(seconds * 10) / 10, 'second')
  const all = Math.ceil(seconds)
  if (all < 60) return counted(all, 'second')
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  if (hours === 0) return rest === 0 ? counted(minutes, 'minute') : `${minutes} min ${rest} s`
  const parts = [`${hours} h`, minutes > 0 && `${minutes} min`, rest > 0 && `${rest} s`]
  return parts.filter((part) => part !== false).join(' ')
}
