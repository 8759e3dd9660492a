import { blend, fromLch, toLch } from '../../../drawing/color.ts'
import { textOn } from '../../../drawing/palette.ts'
import { circle, curve, linear, path, rect } from '../../../drawing/svg.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Layout, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** A landscape in haze, under a sky that has room for words. */
export const dunes: Layout = {
  name: 'dunes',
  compose(scene) {
    const { width, height, unit, random, palette, isWide } = scene
    const night = random.next() < 0.4
    const lead = toLch(palette.primary)
    const sky = night
      ? ([palette.deep, fromLch({ l: 0.36, c: Math.min(0.1, lead.c), h: lead.h })] as const)
      : ([
          fromLch({ l: 0.93, c: Math.min(0.045, lead.c), h: lead.h }),
          blend(palette.paper, palette.accent, 0.1),
        ] as const)
    const text = textOn(sky[0], palette)
    const margin = unit * 7.5
    const horizon = height * (isWide ? 0.62 : 0.58)
    const nearest = night ? '#0d0f14' : palette.deep
    const sign = signature(scene, {
      box: { x: margin, y: height - margin - unit * 4.5, width: width * 0.4, height: unit * 6.5 },
      color: textOn(nearest, palette),
      behind: nearest,
    })
    return {
      ground: sky[0],
      shapes:
        `<defs>${linear('sky', [
          [0, sky[0]],
          [0.62, sky[1]],
        ])}</defs>${rect(0, 0, width, height, 'url(#sky)')}` +
        sunOver(scene, horizon, night) +
        hills(scene, {
          horizon,
          far: blend(night ? sky[1] : palette.soft, palette.primary, 0.42),
          near: nearest,
        }),
      lettering: [
        ...headlineColumn(scene, {
          box: {
            x: margin,
            y: margin * 1.1,
            width: width - 2 * margin,
            height: horizon - margin * (isWide ? 1.7 : 2.1) - unit * 4,
          },
          text,
          quiet: text,
          sizeMax: unit * 12,
        }),
        ...sign.lettering,
      ],
      logo: sign.logo,
      grain: 0.6,
      seen: 'over a landscape of hills in haze',
    }
  },
}

function sunOver({ width, unit, random, palette }: Scene, horizon: number, night: boolean): string {
  const cx = width * random.between(0.62, 0.82)
  const cy = horizon + unit * 1
  const color = night ? palette.paper : palette.accent
  const r = unit * 8
  const glow = [2.1, 1.7, 1.35].map((part) =>
    circle(cx, cy, r * part, color, 'fill-opacity="0.09"'),
  )
  return glow.join('') + circle(cx, cy, r, color)
}

function hills(
  { width, height, random }: Scene,
  from: { readonly horizon: number; readonly far: string; readonly near: string },
): string {
  const count = 5
  return Array.from({ length: count }, (_, at) => {
    const depth = at / (count - 1)
    const base = from.horizon + (height - from.horizon) * (0.06 + depth * 0.66)
    const swing = (height - from.horizon) * (0.1 + depth * 0.07)
    const phase = random.between(0, 6)
    const points = Array.from({ length: 9 }, (_, step) => ({
      x: (width * (step - 1)) / 6,
      y:
        base +
        Math.sin(step * random.between(0.7, 0.8) + phase) * swing * 0.7 +
        random.between(-0.22, 0.22) * swing,
    }))
    return path(
      `${curve(points)}L${width * 1.2} ${height + 2}L${-width * 0.2} ${height + 2}Z`,
      blend(from.far, from.near, depth ** 0.9),
    )
  }).join('')
}
