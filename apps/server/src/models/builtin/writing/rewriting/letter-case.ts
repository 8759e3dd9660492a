const small = new Set(
  'a an the and but or nor for of in on at to by as with from into over der die das und oder in im an am auf zu von mit le la les un une de du des et ou à en el los las y o del al con por para'.split(
    ' ',
  ),
)

/** Every word but the small ones begins large. */
export function titleCase(text: string): string {
  return text.replace(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu, (word, at: number) => {
    const isFirst = at === 0 || /[.!?:\n]\s*$/.test(text.slice(0, at))
    if (!isFirst && small.has(word.toLocaleLowerCase())) return word.toLocaleLowerCase()
    return /^[#@]$/.test(text[at - 1] ?? '')
      ? word
      : word.charAt(0).toLocaleUpperCase() + word.slice(1)
  })
}

/** Only the beginnings of sentences are large; names of one capital letter cannot be told and turn small. */
export function sentenceCase(text: string): string {
  const isShouted = text === text.toLocaleUpperCase()
  const lowered = text.replace(/(?<![#@\p{L}])\p{L}[\p{L}’']*/gu, (word) => {
    const isAcronym = !isShouted && word.length > 1 && word === word.toLocaleUpperCase()
    return isAcronym || /^I(?:['’]\p{L}+)?$/u.test(word) ? word : word.toLocaleLowerCase()
  })
  return lowered.replace(
    /(^|[.!?…]\s+|\n+)(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase(),
  )
}
