const abbreviation = /(?:^|\s|\()(?:St|Dr|Mr|Mrs|Ms|No|Nr|z|B|ca|bzw|p|Sr|Sra|vs)\.$/
const ordinal = /(?:^|\s)\d{1,2}\.$/
const counted =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Geburtstag|Jubiläum|Stock|Etage|Mal|Platz)(?!\p{L})/u

/** The sentences of a line; a full stop after a number or an abbreviation ends none. */
export function sentencesOf(line: string): readonly string[] {
  const parts = line.split(/(?<=[.!?…。！？]["”»’)]?)\s+(?=[^\p{Ll}])/u)
  const whole: string[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last !== undefined && goesOn(last, part)) whole[whole.length - 1] = `${last} ${part}`
    else whole.push(part)
  }
  return whole
}

function goesOn(before: string, after: string): boolean {
  return abbreviation.test(before) || (ordinal.test(before) && counted.test(after))
}

/** Begins with a capital and ends with a stop, as a sentence on its own does. */
export function sentence(text: string): string {
  const whole = capital(text.trim().replace(/[,;:]+$/, ''))
  const bare = whole.replace(/["”»’)\]]+$/, '')
  const [last = ''] = bare.split(/\s/).slice(-1)
  const isOpen = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}%€$]$/u.test(bare)
  return isOpen && !/^(?:#|@|https?:|www\.)/i.test(last) ? `${whole}.` : whole
}

export function capital(text: string): string {
  const [first = '', ...rest] = [...text]
  return first.toLocaleUpperCase() + rest.join('')
}

/** No longer than `max`, ended between words. */
export function shortened(text: string, max: number): string {
  const letters = [...text]
  if (letters.length <= max) return text
  const kept = letters.slice(0, max - 1).join('')
  const space = kept.lastIndexOf(' ')
  return `${(space > max / 3 ? kept.slice(0, space) : kept).replace(/[\s,;:–—-]+$/, '')}…`
}
