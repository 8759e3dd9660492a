const refusal =
  /^(?:i['’]m (?:very |really )?sorry|i am sorry|sorry,|unfortunately, i|i can(?:not|['’]t)|i['’]m (?:not able|unable)|i am (?:not able|unable)|as an ai|es tut mir leid, (?:aber )?ich kann|je suis désolée?,? (?:mais )?je ne peux|lo siento,? (?:pero )?no puedo)\b/iu
const helping =
  /\b(?:assist|help|comply|fulfil\w*|generate|create|write|provide|request|language model|helfen|schreiben|aider|écrire|ayudar|escribir)\b/iu

/** Whether a model answered to whoever asked that it will not, where a text was wanted. */
export function readsAsRefusal(text: string): boolean {
  return text.length < 500 && refusal.test(text.trim()) && helping.test(text)
}
