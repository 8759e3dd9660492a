import { sentencesOf } from '../sentences.ts'

const picture =
  /(?:\p{Regional_Indicator}{2}|[0-9#*]\u{fe0f}?\u{20e3}|(?![©®™0-9#*])\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u{fe0f}|\u{200d}\p{Extended_Pictographic})*)/gu

/** What a word is a picture of. Nothing is added that the text does not speak of. */
const pictures: readonly (readonly [RegExp, string])[] = [
  [/coffee|kaffee|café|espresso/iu, '☕'],
  [/tea\b|\btee\b|thé\b|\bté\b/iu, '🍵'],
  [/bread|brot|pain\b|\bpan\b|sourdough|bak(?:e|ing|ery)/iu, '🍞'],
  [/cake|kuchen|torte|gâteau|tarta/iu, '🍰'],
  [
    /sunday|monday|tuesday|wednesday|thursday|friday|saturday|sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|dimanche|lundi|domingo|lunes|calendar|kalender/iu,
    '📅',
  ],
  [/new\b|neu|nouveau|nouvelle|nuev[oa]/iu, '✨'],
  [/thank|danke|merci|gracias/iu, '🙏'],
  [/love|liebe|amour|amor|heart|herz/iu, '❤️'],
  [/question|frage|pregunta|\?$/iu, '💬'],
  [/idea|idee|idée/iu, '💡'],
  [/morning|dawn|sunrise|morgen|matin|mañana/iu, '🌅'],
  [/winter|snow|schnee|neige|nieve/iu, '❄️'],
  [/summer|sun\b|sommer|sonne|été|soleil|verano|sol\b/iu, '☀️'],
  [/autumn|herbst|automne|otoño/iu, '🍂'],
  [/spring|frühling|printemps|primavera|flower|blume|fleur|flor\b/iu, '🌷'],
  [/book|buch|livre|libro|read/iu, '📚'],
  [/music|musik|musique|música/iu, '🎵'],
  [/photo|foto/iu, '📷'],
  [/team|together|zusammen|ensemble|juntos/iu, '🤝'],
  [/win|award|prize|preis|prix|premio|milestone/iu, '🏆'],
  [/birthday|party|celebrat|feier|fête|fiesta|anniversary|jubiläum/iu, '🎉'],
  [/bike|bicycle|fahrrad|vélo|bici/iu, '🚲'],
  [/dog|hund|chien|perro/iu, '🐶'],
  [/cat\b|katze|chat\b|gato/iu, '🐱'],
  [/food|essen|repas|comida|menu|menü|menú/iu, '🍽️'],
  [/wine|wein|vin\b|vino/iu, '🍷'],
  [/garden|garten|jardin|jardín|plant|pflanze/iu, '🌿'],
  [/home|house|haus|maison|casa/iu, '🏡'],
  [/shop|store|laden|boutique|tienda/iu, '🛍️'],
  [/write to us|message|nachricht|mensaje/iu, '✉️'],
  [/save|speicher|enregistre|guarda/iu, '🔖'],
  [/open|geöffnet|ouvert|abiert|abrimos/iu, '🔔'],
  [/time|zeit|temps|tiempo|hour|stunde|heure|hora/iu, '⏰'],
  [/world|welt|monde|mundo|planet/iu, '🌍'],
  [/step|schritt|\bpas\b|paso/iu, '👣'],
]
const addedMax = 4

/** Without pictures, and the spaces that stood around them. */
export function withoutEmoji(text: string): string {
  return text
    .replace(picture, '')
    .replace(/ {2,}/g, ' ')
    .replace(/^ +| +$/gm, '')
    .replace(/ +([.,;:!?])/g, '$1')
}

/** A picture behind the sentences that speak of something that has one. */
export function withEmoji(text: string): string {
  const used = new Set(text.match(picture) ?? [])
  let added = 0
  return text
    .split('\n')
    .map((line) =>
      sentencesOf(line)
        .map((said) => {
          const found = pictures.find(([words, sign]) => words.test(said) && !used.has(sign))
          if (found === undefined || added >= addedMax || /^#/.test(said.trim())) return said
          used.add(found[1])
          added += 1
          return `${said.trimEnd()} ${found[1]}`
        })
        .join(' '),
    )
    .join('\n')
}
