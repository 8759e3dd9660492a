import type { CheckedBrand } from './checked.ts'

export const toneTraits = ['calm', 'formal', 'casual', 'plain', 'confident', 'personal'] as const
export type ToneTrait = (typeof toneTraits)[number]

/** How the brand wants to sound, with the line that says so. */
export interface ToneWish {
  readonly trait: ToneTrait
  readonly why: string
}

/** Words for a tone, in the languages that brands are mostly described in. */
const wordsFor: Readonly<Record<ToneTrait, RegExp>> = {
  calm: /\b(calm|quiet|measured|understated|serious|sober|restrained|gentle|formal|polite|elegant|dry|factual|matter-of-fact|thoughtful|professional|ruhig|sachlich|seriös|zurückhaltend|höflich|förmlich|calme|posé|sobre|sérieux|factuel|poli|tranquil[oa]|seri[oa]|formal|sobri[oa]|serena?)\b/iu,
  formal:
    /\b(formal|polite|professional|corporate|official|förmlich|höflich|formell|seriös|formel|soutenu|poli|professionnel|formal|profesional|cortés)\b/iu,
  casual:
    /\b(casual|informal|relaxed|conversational|chatty|easy-?going|laid-?back|locker|lässig|umgangssprachlich|décontracté|détendu|familier|informal|relajad[oa]|cercan[oa])\b/iu,
  plain:
    /\b(plain|plain-?spoken|simple|clear|short|to the point|concise|direct|straightforward|no-?nonsense|honest|einfach|klar|knapp|verständlich|direkt|clair|concis|franc|clar[oa]|sencill[oa]|concis[oa]|direct[oa])\b/iu,
  confident:
    /\b(confident|assured|bold|decisive|expert|authoritative|direct|selbstbewusst|souverän|mutig|kompetent|confiant|assuré|audacieux|expert|segur[oa]|audaz|expert[oa])\b/iu,
  personal:
    /\b(warm|welcoming|personal|friendly|speaks to the reader|human|caring|as “we”|herzlich|persönlich|freundlich|nahbar|chaleureu(x|se)|personnel|amical|proche|cálid[oa]|cercan[oa]|amable)\b/iu,
}

/** A wish that the other one overrules: who is playful beside calm may be loud. */
const lively =
  /\b(playful|enthusiastic|energetic|excited|exciting|fun|lively|cheerful|cheeky|bold and loud|loud|verspielt|begeistert|fröhlich|lebhaft|enjoué|enthousiaste|vif|joyeux|alegre|entusiasta|divertid[oa])\b/iu

const voiceHeading = /\b(tone|voice|sound|ton|stimme|klingen|voix|voz|tono)\b/iu

/** The tone that a brand's words and the parts of its identity on voice ask for. */
export function toneWishes(brand: CheckedBrand): ToneWish[] {
  const lines = [
    ...brand.tone.map((text) => ({ text, why: `Tone: “${text}”` })),
    ...voiceLines(brand.identity).map((text) => ({
      text,
      why: `Identity: “${text.slice(0, 160)}”`,
    })),
  ]
  const isLively = lines.some(({ text }) => lively.test(text))
  return toneTraits.flatMap((trait) => {
    if (trait === 'calm' && isLively) return []
    const line = lines.find(({ text }) => wordsFor[trait].test(text))
    return line === undefined ? [] : [{ trait, why: line.why }]
  })
}

/** Whether anything is said of how the brand sounds. */
export function saysTone(brand: CheckedBrand): boolean {
  return brand.tone.length > 0 || voiceLines(brand.identity).length > 0
}

/** The lines below headings that are about how the brand sounds, and none of what it does not do. */
function voiceLines(identity: string): string[] {
  let isVoice = false
  return identity.split('\n').flatMap((raw) => {
    const heading = /^\s{0,3}#{1,6}\s+(.*)$/.exec(raw)
    if (heading !== null) {
      isVoice = voiceHeading.test(heading[1] ?? '')
      return []
    }
    const line = plainLine(raw)
    return isVoice && line !== '' && !line.startsWith('>') ? [line] : []
  })
}

/** A line of the identity's don'ts that has to do with `about`: "No exclamation marks". */
export function dontAbout(brand: CheckedBrand, about: RegExp): string | undefined {
  let isDont = false
  for (const raw of brand.identity.split('\n')) {
    const heading = /^\s{0,3}#{1,6}\s+(.*)$/.exec(raw)
    if (heading !== null)
      isDont = /don[’']?t|avoid|never|nicht|vermeid|évit|ne pas|evitar/iu.test(heading[1] ?? '')
    else if (
      about.test(raw) &&
      (isDont ||
        /\b(no|not|never|don[’']?t|avoid|without|kein\w*|nie|ohne|sans|pas de|sin|nunca)\b/iu.test(
          raw,
        ))
    ) {
      return `Identity: “${plainLine(raw).slice(0, 160)}”`
    }
  }
  return undefined
}

/** A line of the document as it reads: without the sign of its list, and what makes words bold. */
function plainLine(raw: string): string {
  return raw
    .replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')
    .replace(/\*\*|__|`/g, '')
    .trim()
}
