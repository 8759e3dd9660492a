import type { Adjustment, TextPlace } from './adjustment.ts'

export type Reading =
  | { readonly ok: true; readonly adjustments: readonly Adjustment[] }
  /** The part that is not understood. */
  | { readonly ok: false; readonly part: string }

/**
 * Reads an instruction as adjustments. It is understood as a whole or not at all: whoever asks for
 * two things would pay for one.
 */
export function readInstruction(instruction: string): Reading {
  const parts = partsOf(instruction)
  const adjustments: Adjustment[] = []
  for (const part of parts) {
    const adjustment = adjustmentIn(part)
    if (adjustment === undefined) return { ok: false, part }
    adjustments.push(adjustment)
  }
  return adjustments.length > 0 ? { ok: true, adjustments } : { ok: false, part: instruction }
}

const quotation = /"[^"]{1,120}"|“[^”]{1,120}”|„[^“”]{1,120}[“”]|«[^»]{1,120}»/gu
const greyNames =
  /\b(black\s*(and|&|n)\s*white|schwarz\s*(und|-)?\s*wei(ß|ss)|noir\s+et\s+blanc|blanco\s+y\s+negro)\b/giu

/** At commas and "and", but not within what is quoted. */
function partsOf(instruction: string): readonly string[] {
  const quotes: string[] = []
  const hidden = instruction
    .normalize('NFC')
    .replace(quotation, (quote) => `⟦${quotes.push(quote) - 1}⟧`)
    .replace(greyNames, 'greyscale')
  return hidden
    .split(/\s*(?:[,;\n]|[.!](?=\s|$)|\s(?:and|then|und|dann|et|puis|y|luego)\s)\s*/iu)
    .map((part) => part.replace(/⟦(\d+)⟧/g, (_, at: string) => quotes[Number(at)] ?? '').trim())
    .filter((part) => part !== '')
}

function adjustmentIn(part: string): Adjustment | undefined {
  return textIn(part) ?? cropIn(part) ?? turnIn(part) ?? lookIn(part)
}

const unquoted = (text: string) =>
  text
    .trim()
    .replace(/^["“„«]\s?|\s?["”“»]$/gu, '')
    .trim()

const changeWords = [
  /^(?:please )?(?:change|set|make|edit|update) the (?:words?|text|headline|title|wording)(?: to| say| read)? (?<text>.+)$/iu,
  /^(?:please )?(?:make it|let it|it should) (?:say|read) (?<text>.+?)(?: instead)?$/iu,
  /^(?:please )?(?:say|write) (?<text>["“„«].+["”“»]) instead$/iu,
  /^(?:ändere|setze) (?:den text|die überschrift) (?:zu|auf) (?<text>.+)$/iu,
] as const
const addText =
  /^(?:please )?(?:add|write|put|place|insert|füge|schreibe|ajoute|ajoutez|añade|escribe)(?: the| a| den| le| el)?(?: (?:text|words?|title|headline|caption|line|titel|texte|titre|texto|título))?:? (?<text>["“„«].+?["”“»]|.+?)(?: (?:hinzu|ein))?(?:,? (?:at|on|in|to|across|oben|unten|mitte)?(?: the| der)?\s?(?<place>top|bottom|middle|centre|center|oben|unten|mitte|upper|lower)(?: of (?:it|the picture|the image))?)?$/iu
const addTextNamed =
  /\b(text|words?|title|headline|caption|titel|texte|titre|texto|título)\b|["“„«]/iu

function textIn(part: string): Adjustment | undefined {
  for (const pattern of changeWords) {
    const text = pattern.exec(part)?.groups?.['text']
    if (text !== undefined) return { kind: 'words', text: unquoted(text) }
  }
  const { text, place } = addText.exec(part)?.groups ?? {}
  // "Add a dog" is no text: it is named as one, or quoted.
  if (text === undefined || !addTextNamed.test(part)) return undefined
  return { kind: 'text', text: unquoted(text), place: placeOf(place) }
}

function placeOf(word: string | undefined): TextPlace {
  if (word === undefined || /bottom|unten|lower/i.test(word)) return 'bottom'
  return /top|oben|upper/i.test(word) ? 'top' : 'middle'
}

const ratios: readonly (readonly [RegExp, number])[] = [
  [/^(square|quadrat|quadratisch|carré|cuadrado|1\s*[:x×]\s*1)$/iu, 1],
  [/^(portrait|hochformat|4\s*[:x×]\s*5)$/iu, 4 / 5],
  [/^(landscape|wide|querformat|paysage|16\s*[:x×]\s*9)$/iu, 16 / 9],
  [/^(story|vertical|9\s*[:x×]\s*16)$/iu, 9 / 16],
]

function cropIn(part: string): Adjustment | undefined {
  const crop =
    /^(?:please )?(?:crop|cut|trim|schneide|recadre|recorta)\s+(?:it|this|the (?:picture|image|photo))?\s*(?:to|into|as|auf|en)?\s*(?:an?|the)?\s*(?<shape>.+?)(?: (?:shape|format|aspect|zu))?$/iu.exec(
      part,
    )
  const shape = crop?.groups?.['shape']?.trim() ?? ''
  const ratio = ratios.find(([name]) => name.test(shape))?.[1]
  return ratio === undefined ? undefined : { kind: 'crop', ratio }
}

function turnIn(part: string): Adjustment | undefined {
  const words = part.toLowerCase()
  if (
    /^(?:please )?(?:mirror|flip|spiegeln?)(?: (?:it|this|the (?:picture|image|photo)))?(?: horizontally)?$/u.test(
      words,
    )
  )
    return { kind: 'mirror' }
  const turn =
    /^(?:please )?(?:rotate|turn)(?: (?:it|this|the (?:picture|image|photo)))? (?:by )?(?<how>(?:90|180|270)(?:°| degrees)?|left|right|clockwise|counter-?clockwise|upside down|around)$/u.exec(
      words,
    )?.groups?.['how']
  if (turn === undefined) return undefined
  if (/^(left|counter|270)/.test(turn)) return { kind: 'turn', degrees: 270 }
  return { kind: 'turn', degrees: /^(180|upside|around)/.test(turn) ? 180 : 90 }
}

/** What says nothing but that something is to be done. */
const filler =
  /(?<![\p{L}\p{N}])(please|bitte|make|turn|give|get|set|use|apply|add|mach|mache|rends|rendez|en|de|du|avec|con|mit|haz|hazlo|into|in|to|of|the|a|an|it|this|that|das|den|die|es|bild|foto|la|le|l’image|el|los|foto|picture|image|photo|photograph|whole|everything|overall|look|looks|be|is|with|have|some|colou?rs?|tones?|farben|couleurs|colores|light|effect|filter|style|version|up|as|too|so|and)(?![\p{L}\p{N}])/giu
const little =
  /(?<![\p{L}])(a bit|a little|little|bit|slightly|somewhat|subtly|gently|etwas|leicht|ein wenig|un peu|un poco)(?![\p{L}])/giu
const lot =
  /(?<![\p{L}])(a lot|lot|much|very|really|far|strongly|heavily|viel|sehr|stark|beaucoup|très|mucho|muy)(?![\p{L}])/giu
const less =
  /(?<![\p{L}])(less|lower|reduce|decrease|fewer|weniger|moins|menos|reduziere)(?![\p{L}])/giu
const more =
  /(?<![\p{L}])(more|higher|increase|raise|boost|stronger|mehr|plus|más|erhöhe)(?![\p{L}])/giu

type Look = (by: number) => Adjustment

const looks: readonly (readonly [RegExp, Look])[] = [
  [
    /^(bright|brighter|brighten|brightness|lighten|lighter|hell|heller|aufhellen|helligkeit|clair|claire|éclaircir|luminosité|claro|brillo|aclarar|exposure)$/iu,
    (by) => ({ kind: 'light', by }),
  ],
  [
    /^(dark|darker|darken|dim|dimmer|dunkel|dunkler|abdunkeln|sombre|foncé|assombrir|oscuro|oscurecer)$/iu,
    (by) => ({ kind: 'light', by: -by }),
  ],
  [
    /^(warm|warmer|warmth|wärmer|wärme|chaud|chaude|cálido|golden)$/iu,
    (by) => ({ kind: 'warmth', by }),
  ],
  [
    /^(cool|cooler|cold|colder|bluer|kühl|kühler|kälter|froid|froide|frío)$/iu,
    (by) => ({ kind: 'warmth', by: -by }),
  ],
  [
    /^(greyscale|grayscale|grey|gray|monochrome|black white|bw|b&w|graustufen|desaturate)$/iu,
    () => ({ kind: 'grey' }),
  ],
  [/^(sepia|vintage|old)$/iu, () => ({ kind: 'sepia' })],
  [/^(contrast|contrasty|kontrast|contraste)$/iu, (by) => ({ kind: 'contrast', by })],
  [/^(flat|flatter)$/iu, (by) => ({ kind: 'contrast', by: -by })],
  [
    /^(vivid|vibrant|colou?rful|saturated|saturation|saturate|kräftiger|bunter|vif|vivo|vibrance)$/iu,
    (by) => ({ kind: 'color', by }),
  ],
  [
    /^(muted|pale|paler|faded|pastel|calmer|blasser|desaturated)$/iu,
    (by) => ({ kind: 'color', by: -by }),
  ],
  [
    /^(blur|blurry|blurred|blurrier|soft|softer|soften|unscharf|weicher|flou|borroso)$/iu,
    (by) => ({ kind: 'blur', by }),
  ],
  [
    /^(sharp|sharper|sharpen|crisp|crisper|scharf|schärfer|net|nítido|sharpness)$/iu,
    (by) => ({ kind: 'sharpen', by }),
  ],
  [
    /^((another|different|new|other|change) )?(layout|composition|arrangement)$/iu,
    () => ({ kind: 'layout' }),
  ],
]

/** How it should look: what is left of the words once all that says nothing is taken away names it. */
function lookIn(part: string): Adjustment | undefined {
  if (/(?<![\p{L}])(background|hintergrund|arrière-plan|fondo)(?![\p{L}])/iu.test(part))
    return undefined
  const strength = little.test(part) ? 0.5 : lot.test(part) ? 1.7 : 1
  const sign = less.test(part) ? -1 : 1
  for (const pattern of [little, lot, less]) pattern.lastIndex = 0
  const strip = (text: string, pattern: RegExp) => text.replace(pattern, ' ')
  const bare = [little, lot, less, more, filler].reduce(strip, part)
  const name = bare.replace(/\s+/g, ' ').trim()
  const look = looks.find(([pattern]) => pattern.test(name))?.[1]
  return look?.(strength * sign)
}
