const lengthMax = 700
const passagesMax = 1000

/** Cuts a text into passages of a few sentences, at paragraphs where it has some. */
export function passagesOf(text: string): string[] {
  const passages: string[] = []
  let open = ''
  for (const piece of text.split(/\n{2,}/).flatMap(piecesOf)) {
    if (open !== '' && open.length + piece.length + 1 > lengthMax) {
      passages.push(open)
      open = ''
    }
    open = open === '' ? piece : `${open}\n${piece}`
  }
  if (open !== '') passages.push(open)
  return passages.slice(0, passagesMax)
}

/** A paragraph, or its sentences where it is longer than a passage. */
function piecesOf(paragraph: string): string[] {
  const plain = paragraph.trim()
  if (plain.length <= lengthMax) return plain === '' ? [] : [plain]
  return plain
    .split(/(?<=[.!?…。！？؟]["'”’»)]?)\s+|(?<=[。！？])|\n/u)
    .flatMap((sentence) => sentence?.match(new RegExp(`[^]{1,${lengthMax}}`, 'gu')) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
