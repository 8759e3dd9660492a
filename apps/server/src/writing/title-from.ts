const titleMax = 80

/** A short title from the beginning of a text: its first sentence, cut between words. */
export function titleFrom(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  const sentence = /^.{12,}?[.!?…。！？](?=\s|$)/u.exec(line)?.[0] ?? line
  const plain = sentence.replace(/[.。]$/u, '').trim()
  const characters = [...plain]
  if (characters.length <= titleMax) return plain
  const cut = characters.slice(0, titleMax - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > titleMax / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/u, '')}…`
}
