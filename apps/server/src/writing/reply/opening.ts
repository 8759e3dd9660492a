const courtesy =
  /^(?:(?:sure|certainly|of course|absolutely|okay|ok|great|gerne|klar|natürlich|bien sûr|d['’]accord|claro|por supuesto)\b[^\n:]{0,80}(?:[:!.]|\n)\s*)?(?:(?:here(?:['’]s| is| are)|below (?:is|are)|hier (?:ist|sind)|voici|voilà|aquí (?:tienes?|está|van?))\b[^\n:]{0,120}:\s*(?:\n|$)|(?<=\S)\s*)/iu
const words =
  'sure,certainly,of course,absolutely,okay,ok,great,gerne,klar,natürlich,bien sûr,d’accord,claro,por supuesto,here,below,hier,voici,voilà,aquí'.split(
    ',',
  )
const waitMax = 160

/** A remark to whoever asked ("Sure, here is your post:") and what comes after it. */
export function opening(text: string): { readonly remark: string; readonly rest: string } {
  const lead = text.trimStart()
  const remark = courtesy.exec(lead)?.[0] ?? ''
  const rest = lead.slice(remark.length)
  return remark.trim() === '' || rest.trim() === '' ? { remark: '', rest: text } : { remark, rest }
}

/** Whether what has come may still turn out to be such a remark. */
export function mayBeOpening(text: string): boolean {
  const lead = text.trimStart().toLowerCase()
  if (lead.length > waitMax || /\n\S/.test(lead)) return false
  return words.some(
    (word) => word.startsWith(lead) || new RegExp(`^${word}(?![\\p{L}])`, 'u').test(lead),
  )
}
