import {
  blendsWith,
  channelsOf,
  contrast,
  fromLch,
  type Hex,
  toLch,
} from '../../../drawing/color.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Fog, Layout, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** Colours of the brand that run into each other, under large type. */
export const mesh: Layout = {
  name: 'mesh',
  compose(scene) {
    const { width, height, unit, palette } = scene
    // The brand's own lightness decides, so that its colours stay what they are.
    const dark = toLch(palette.primary).l < 0.6
    const text = dark ? '#ffffff' : palette.ink
    const margin = unit * 8
    const sign = signature(scene, {
      box: { x: margin, y: margin, width: width * 0.45, height: unit * 6.5 },
      color: text,
      behind: dark ? palette.deep : palette.soft,
    })
    const top = margin + unit * 12
    return {
      ground: fog(scene, text),
      shapes: '',
      lettering: [
        ...headlineColumn(scene, {
          box: {
            x: margin,
            y: top,
            width: width - 2 * margin,
            height: height - top - margin * 1.15,
          },
          text,
          quiet: text,
          sizeMax: unit * 15,
          valign: 'bottom',
        }),
        ...sign.lettering,
      ],
      logo: sign.logo,
      grain: 0.55,
      seen: 'in large letters on softly blended colours',
    }
  },
}

const side = 40

function fog(scene: Scene, text: Hex): Fog {
  const { random, palette } = scene
  const own = toLch(palette.primary).l
  const lightness = own < 0.6 ? Math.max(0.34, own) : own
  const hues = huesOf(scene)
  const blobs = hues.map(({ hex, lift }, index) => ({
    x: random.between(0, 0.5) + (index % 2) * 0.5,
    y: random.between(0, 0.5) + (index > 1 ? 0.5 : 0),
    reach: random.between(0.2, 0.36),
    color: labOf(readableUnder(hex, lightness + lift, text)),
  }))
  const ground = labOf(readableUnder(palette.primary, lightness, text))
  const pixels = new Uint8Array(side * side * 3)
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [(at % side) / (side - 1), Math.floor(at / side) / (side - 1)]
    const forces = blobs.map((blob) =>
      Math.exp(-((x - blob.x) ** 2 + (y - blob.y) ** 2) / (2 * blob.reach ** 2)),
    )
    const weight = forces.reduce((sum, force) => sum + force, 0.12)
    const lab = ground.map(
      (value, axis) =>
        blobs.reduce(
          (sum, { color }, index) => sum + (color[axis] ?? 0) * (forces[index] ?? 0),
          value * 0.12,
        ) / weight,
    )
    pixels.set(channelsOf(hexOfLab(lab)), at * 3)
  }
  return { columns: side, rows: side, pixels }
}

/** Only the brand's own: shades of the first colour, and those that meet it without mud. */
function huesOf({
  palette,
  random,
}: Scene): readonly { readonly hex: Hex; readonly lift: number }[] {
  const { primary, secondary, accent } = palette
  const kin = [accent, secondary].filter((hex) => toLch(hex).c > 0.04 && blendsWith(primary, hex))
  const [first = primary, second = primary] = random.shuffle(kin)
  return random.shuffle([
    { hex: primary, lift: 0 },
    { hex: primary, lift: -0.13 },
    { hex: first, lift: 0.07 },
    { hex: second, lift: kin.length > 1 ? 0.03 : 0.13 },
  ])
}

function labOf(hex: Hex): readonly number[] {
  const { l, c, h } = toLch(hex)
  return [l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
}

function hexOfLab([l = 0, a = 0, b = 0]: readonly number[]): Hex {
  return fromLch({ l, c: Math.hypot(a, b), h: (Math.atan2(b, a) * 180) / Math.PI })
}

/** Moved in lightness until the words can be read on it; grain and blending need some room to spare. */
function readableUnder(hex: Hex, lightness: number, text: Hex): Hex {
  const { l: own, c, h } = toLch(hex)
  const step = isLight(text) ? -0.01 : 0.01
  for (let l = lightness; l > 0 && l < 1; l += step) {
    // A dark colour made light keeps its strength, or it would turn grey.
    const candidate = fromLch({ l, c: Math.min(0.22, c * Math.max(1, l / Math.max(0.2, own))), h })
    if (contrast(candidate, text) >= 5.4) return candidate
  }
  return isLight(text) ? '#101114' : '#ffffff'
}

function isLight(hex: Hex): boolean {
  return toLch(hex).l > 0.6
}
