import type { Layout, Scene } from '../drawing/scene.ts'
import { arch } from './arch.ts'
import { arcs } from './arcs.ts'
import { cutout } from './cutout.ts'
import { dunes } from './dunes.ts'
import { echo } from './echo.ts'
import { editorial } from './editorial.ts'
import { frame } from './frame.ts'
import { halftone } from './halftone.ts'
import { mesh } from './mesh.ts'
import { poster } from './poster.ts'
import { ribbon } from './ribbon.ts'
import { split } from './split.ts'
import { tiles } from './tiles.ts'
import { windowLight } from './window-light.ts'

/** In an order in which neighbours look least alike. */
export const layouts = [
  mesh,
  editorial,
  tiles,
  dunes,
  poster,
  frame,
  ribbon,
  split,
  windowLight,
  echo,
  arch,
  halftone,
  cutout,
  arcs,
] as const satisfies readonly Layout[]

/** Neighbouring seeds get different layouts, as the images of one request should. */
export function layoutFor(scene: Scene, seed: number): Layout {
  const fitting = layouts.filter((layout: Layout) => layout.suits?.(scene) ?? true)
  return fitting[Math.abs(Math.trunc(seed)) % fitting.length] ?? mesh
}
