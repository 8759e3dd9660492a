type Name =
  | 'black'
  | 'white'
  | 'grey'
  | 'red'
  | 'orange'
  | 'brown'
  | 'yellow'
  | 'green'
  | 'teal'
  | 'blue'
  | 'purple'
  | 'pink'
  | 'cream'

const names: Readonly<Record<string, Readonly<Record<Name, string>>>> = {
  en: {
    black: 'black',
    white: 'white',
    grey: 'grey',
    red: 'red',
    orange: 'orange',
    brown: 'brown',
    yellow: 'yellow',
    green: 'green',
    teal: 'teal',
    blue: 'blue',
    purple: 'purple',
    pink: 'pink',
    cream: 'cream',
  },
  de: {
    black: 'Schwarz',
    white: 'Weiß',
    grey: 'Grau',
    red: 'Rot',
    orange: 'Orange',
    brown: 'Braun',
    yellow: 'Gelb',
    green: 'Grün',
    teal: 'Blaugrün',
    blue: 'Blau',
    purple: 'Violett',
    pink: 'Rosa',
    cream: 'Creme',
  },
  fr: {
    black: 'noir',
    white: 'blanc',
    grey: 'gris',
    red: 'rouge',
    orange: 'orange',
    brown: 'brun',
    yellow: 'jaune',
    green: 'vert',
    teal: 'bleu-vert',
    blue: 'bleu',
    purple: 'violet',
    pink: 'rose',
    cream: 'crème',
  },
  es: {
    black: 'negro',
    white: 'blanco',
    grey: 'gris',
    red: 'rojo',
    orange: 'naranja',
    brown: 'marrón',
    yellow: 'amarillo',
    green: 'verde',
    teal: 'verde azulado',
    blue: 'azul',
    purple: 'violeta',
    pink: 'rosa',
    cream: 'crema',
  },
}

/** What people call a colour that is given as `#rrggbb`. */
export function colorName(hex: string, language: string): string {
  return (names[language] ?? names['en'])?.[nameOf(hex)] ?? ''
}

function nameOf(hex: string): Name {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  )
  const [low, high] = [Math.min(red, green, blue), Math.max(red, green, blue)]
  const light = (low + high) / 2
  const range = high - low
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1))
  if (light < 0.09) return 'black'
  if (light > 0.95) return 'white'
  if (range < 0.06 || saturation < 0.1) return light > 0.9 ? 'white' : 'grey'
  const hue = hueOf(red, green, blue, high, range)
  if (light > 0.86 && hue > 25 && hue < 70) return 'cream'
  return byHue(hue, light, saturation)
}

function hueOf(red: number, green: number, blue: number, high: number, range: number): number {
  const sector =
    high === red
      ? (green - blue) / range
      : high === green
        ? 2 + (blue - red) / range
        : 4 + (red - green) / range
  return (sector * 60 + 360) % 360
}

function byHue(hue: number, light: number, saturation: number): Name {
  if (hue < 14 || hue >= 345) return light > 0.72 ? 'pink' : 'red'
  if (hue < 42) return light < 0.42 || saturation < 0.45 ? 'brown' : 'orange'
  if (hue < 68) return light < 0.3 ? 'brown' : 'yellow'
  if (hue < 165) return 'green'
  if (hue < 190) return 'teal'
  if (hue < 255) return 'blue'
  return hue < 300 ? 'purple' : 'pink'
}
