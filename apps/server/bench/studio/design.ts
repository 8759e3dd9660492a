import { designLayouts, designSchema } from '@rheos/contract'
import sharp from 'sharp'
import { designLayoutRules } from '../../src/designs/design-layouts.ts'
import { DesignRenderer } from '../../src/designs/design-renderer.ts'

export interface DesignResult {
  readonly designs: number
  /** From a recipe to the bytes of a PNG of 1080 × 1080. */
  readonly renderMs: Spread
  /** The baseline: an SVG of that size with one rectangle in it, made a PNG. */
  readonly plainMs: Spread
  /** How many times the baseline, at the median. */
  readonly ratio: number
  readonly targetMs: number
}

interface Spread {
  readonly p50: number
  readonly p95: number
}

const targetMs = 150
const brand = {
  name: 'Northwind',
  colors: { primary: '#0f766e', accent: '#f59e0b' },
  fonts: { heading: 'Poppins' },
}

/** How long a text-only design takes at the server, over every layout, none of them seen before. */
export async function measureDesign({
  rounds,
}: {
  readonly rounds: number
}): Promise<DesignResult> {
  const renderer = new DesignRenderer()
  const [renderMs, plainMs]: [number[], number[]] = [[], []]
  // The round before the first opens the fonts.
  for (let round = 0; round <= rounds; round += 1) {
    for (const layout of designLayouts) {
      const text = Object.fromEntries(
        designLayoutRules[layout].fields.map(({ name, example }) => [name, `${example} ${round}`]),
      )
      const design = designSchema.parse({ layout, text })
      const took = await timed(() => renderer.render(design, { brand, marked: true }))
      const plain = await timed(renderPlain)
      if (round === 0) continue
      renderMs.push(took)
      plainMs.push(plain)
    }
  }
  const [render, base] = [spread(renderMs), spread(plainMs)]
  return {
    designs: renderMs.length,
    renderMs: render,
    plainMs: base,
    ratio: render.p50 / base.p50,
    targetMs,
  }
}

function renderPlain(): Promise<Buffer> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1080"><rect width="1080" height="1080" fill="#fff"/></svg>'
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 6 }).toBuffer()
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}
