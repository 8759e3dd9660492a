import { parsePartialJson } from 'ai'

/** The JSON in what a model said: fenced, wrapped in prose, with a comma too many, or broken off. */
export async function jsonIn(reply: string): Promise<unknown> {
  const start = reply.search(/[[{]/)
  if (start === -1) return undefined
  const end = Math.max(reply.lastIndexOf('}'), reply.lastIndexOf(']'))
  const whole = reply.slice(start, end + 1).replace(/,(\s*[}\]])/g, '$1')
  const parsed = end > start ? parse(whole) : undefined
  if (parsed !== undefined) return parsed
  const { value } = await parsePartialJson(reply.slice(start))
  return value
}

/** The list in a reply, whatever it is called; what stands alone is a list of one. */
export async function listIn(reply: string): Promise<readonly unknown[]> {
  const value = await jsonIn(reply)
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return []
  const list = Object.values(value).find((entry) => Array.isArray(entry))
  return Array.isArray(list) ? list : [value]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
