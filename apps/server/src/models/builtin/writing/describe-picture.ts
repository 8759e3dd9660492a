import type { AltRequest, KnownPicture } from '../../text-model.ts'
import { colorName } from './color-name.ts'
import { phrasesOfText } from './language-in.ts'
import { sentence, shortened } from './sentences.ts'

interface Words {
  /** Words set on a colour: `{color}`, `{words}`. */
  readonly set: (color: string, words: string) => string
  readonly shapes: Readonly<Record<'square' | 'portrait' | 'landscape', string>>
  readonly mainly: (shape: string, colors: string) => string
  readonly file: (name: string) => string
}

const words: Readonly<Record<string, Words>> = {
  en: {
    set: (color, said) => `Text${color && ` on ${color}`}: “${said}”`,
    shapes: {
      square: 'A square picture',
      portrait: 'An upright picture',
      landscape: 'A wide picture',
    },
    mainly: (shape, colors) => `${shape}${colors && `, mainly ${colors}`}.`,
    file: (name) => `Its file is called “${name}”.`,
  },
  de: {
    set: (color, said) => `Text${color && ` auf ${color}`}: „${said}“`,
    shapes: {
      square: 'Ein quadratisches Bild',
      portrait: 'Ein hohes Bild',
      landscape: 'Ein breites Bild',
    },
    mainly: (shape, colors) => `${shape}${colors && `, vor allem in ${colors}`}.`,
    file: (name) => `Die Datei heißt „${name}“.`,
  },
  fr: {
    set: (color, said) => `Texte${color && ` sur fond ${color}`} : « ${said} »`,
    shapes: {
      square: 'Une image carrée',
      portrait: 'Une image en hauteur',
      landscape: 'Une image large',
    },
    mainly: (shape, colors) => `${shape}${colors && `, surtout en ${colors}`}.`,
    file: (name) => `Le fichier s’appelle « ${name} ».`,
  },
  es: {
    set: (color, said) => `Texto${color && ` sobre ${color}`}: «${said}»`,
    shapes: {
      square: 'Una imagen cuadrada',
      portrait: 'Una imagen vertical',
      landscape: 'Una imagen ancha',
    },
    mainly: (shape, colors) => `${shape}${colors && `, sobre todo en ${colors}`}.`,
    file: (name) => `El archivo se llama «${name}».`,
  },
}
const altMax = 300

/** What is certain of a picture without having seen it: what it was drawn by, its words, its colours. */
export function describePicture({ picture, text, brand, language }: AltRequest): string {
  const spoken = language ?? phrasesOfText(text, brand?.language)?.language ?? 'en'
  const tongue = spoken.toLowerCase().split(/[-_]/)[0] ?? 'en'
  const say = words[tongue] ?? words['en']
  if (say === undefined) throw new Error('There are no English words.')
  const colors = [...new Set(picture.colors.map((hex) => colorName(hex, tongue)))]
  if (picture.words.trim() !== '')
    return shortened(say.set(colors[0] ?? '', picture.words.replace(/\s+/g, ' ').trim()), altMax)
  if (picture.prompt.trim() !== '')
    return shortened(sentence(picture.prompt.replace(/\s+/g, ' ').trim()), altMax)
  const list = new Intl.ListFormat(words[tongue] ? tongue : 'en', { type: 'conjunction' })
  const name = tellingName(picture.fileName)
  const looks = say.mainly(say.shapes[shapeOf(picture)], list.format(colors))
  return name === '' ? looks : `${looks} ${say.file(name)}`
}

function shapeOf({ width, height }: KnownPicture): 'square' | 'portrait' | 'landscape' {
  const ratio = width / height
  return ratio > 1.1 ? 'landscape' : ratio < 0.9 ? 'portrait' : 'square'
}

/** The words of a file's name; nothing where a camera made it up. */
function tellingName(fileName: string): string {
  const bare = fileName
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  const isMadeUp =
    /^(?:img|dsc|dscn|dscf|pxl|image|photo|picture|screenshot|bild|foto|whatsapp.*|file|upload|untitled)?[\s\d().]*$/i.test(
      bare,
    )
  const letters = bare.match(/\p{L}/gu)?.length ?? 0
  return isMadeUp || letters < 4 || letters < bare.length / 2 ? '' : shortened(bare, 80)
}
