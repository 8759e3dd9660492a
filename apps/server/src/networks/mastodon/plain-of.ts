import { Parser } from 'htmlparser2'

/** The text that a server made HTML of: links and mentions are shortened by marks, not by words. */
export function plainOf(html: string): string {
  let text = ''
  const parser = new Parser({
    onopentag: (name) => {
      if (name === 'br') text += '\n'
      if (name === 'p' && text !== '') text += '\n\n'
    },
    ontext: (part) => {
      text += part
    },
  })
  parser.end(html)
  return text
}
