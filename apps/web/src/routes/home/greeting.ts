/** `Good morning, Ada`: the first of the names, as far as that can be told. */
export function greeting(name: string, hour: number): string {
  const time = hour < 5 ? 'evening' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  const [first] = name.trim().split(/\s+/)
  return first === undefined || first === '' ? `Good ${time}` : `Good ${time}, ${first}`
}
