/**
 * Sentences that speak to a model rather than to people. A page that was imported may have them; a
 * post has none unless the person wrote so.
 */
const toModels =
  /\b(?:ignore|disregard|forget|override|ignorier\w*|vergiss|ignore[zr]?|oublie[zr]?|ignora|olvida)\b[^.!?\n]{0,40}\b(?:previous|prior|above|earlier|all|any|your|bisherig\w*|vorherig\w*|alle|précédent\w*|anterior\w*|toutes?)\b[^.!?\n]{0,30}\b(?:instructions?|prompts?|rules|messages?|anweisungen|regeln|consignes|instrucciones|directions)\b|\b(?:system prompt|as an ai(?: language model)?|you are (?:now )?(?:chatgpt|dan|an ai|a large language model)|developer mode|jailbreak)\b|^\s*(?:system|assistant|user|developer)\s*:/iu

/** Whether a sentence gives orders to a model. */
export function ordersModels(sentence: string): boolean {
  return toModels.test(sentence)
}

/** `text` without the sentences that give orders to a model. */
export function withoutOrders(text: string): string {
  if (!text.split('\n').some(ordersModels)) return text
  const lines = text.split('\n').map((line) =>
    line
      .split(/(?<=[.!?…])\s+/u)
      .filter((sentence) => !ordersModels(sentence))
      .join(' '),
  )
  return lines.join('\n').replace(/\n{3,}/g, '\n\n')
}
