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
