/** Fills `{topic}` and the like; `{Topic}` begins with a capital. */
export function fill(
  template: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = values[name] ?? capital(values[name.toLowerCase()])
    return value ?? slot
  })
}

function capital(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const [first = '', ...rest] = [...value]
  return first.toLocaleUpperCase() + rest.join('')
}
