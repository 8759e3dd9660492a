/** Whether a network shows the text that it was given; networks trim, and some compose letters. */
export function isSameText(shown: string, given: string): boolean {
  return plain(shown) === plain(given)
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()
}
