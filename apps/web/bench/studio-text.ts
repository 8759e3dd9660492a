import type { DesignResult } from '../../server/bench/studio/design.ts'
import type { FirstText } from '../../server/bench/studio/first-text.ts'
import type { ImageOverhead } from '../../server/bench/studio/image-overhead.ts'
import { type LibraryResult, libraryText } from '../../server/bench/studio/library.ts'
import type { ScrollResult } from './scrolling.ts'
import type { TypingLatency } from './typing.ts'

export interface StudioFigures {
  readonly typing: TypingLatency
  readonly firstText: FirstText
  readonly images: ImageOverhead
  readonly designs: DesignResult
  readonly library: LibraryResult
  readonly scrolling: ScrollResult
}

/** What the benchmark prints: each part beside the baseline of the same run. */
export function studioText(figures: StudioFigures): string {
  const { typing, firstText, images, designs } = figures
  return [
    `\nTyping: ${typing.keystrokes} keys, ${typing.networks} networks with ${typing.charactersEach} characters each (p95 at most ${typing.targetMs} ms)`,
    line('editor', typing.editorMs),
    `${line('bare field', typing.bareFieldMs)} (baseline): ${times(typing.timesBare)}`,
    `\nFirst text of ${firstText.answers} answers after the provider's first word (at most ${firstText.targetMs} ms)`,
    line('through the studio', firstText.addedMs),
    `${line('provider alone', firstText.directMs)} (baseline): ${times(firstText.timesDirect)}`,
    `\nTime added to ${images.images} images of 1024 px (p50 at most ${images.targetMs} ms)`,
    line('studio', images.addedMs),
    `${line('call and write', images.directMs)} (baseline): ${times(images.timesDirect)}`,
    `\nText-only designs, ${designs.designs} of 1080 px (at most ${designs.targetMs} ms)`,
    line('design', designs.renderMs),
    `${line('empty picture', designs.plainMs)} (baseline): ${times(designs.ratio)}`,
    libraryText(figures.library),
    scrollText(figures.scrolling),
  ].join('\n')
}

const names = ['p50', 'p95', 'p99'] as const

function line(name: string, measured: Partial<Record<(typeof names)[number], number>>): string {
  const parts = names.flatMap((each) => {
    const value = measured[each]
    return value === undefined ? [] : [`${each} ${value.toFixed(1)} ms`]
  })
  return `  ${name.padEnd(20)} ${parts.join('  ')}`
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} × the baseline`
}

function scrollText({
  assets,
  library,
  boxes,
  picturesSeen,
  targetPerSecond,
}: ScrollResult): string {
  const frames = ({ perSecond, p95 }: ScrollResult['library']) =>
    `${perSecond.toFixed(1)} frames a second, p95 ${p95.toFixed(1)} ms between two`
  return [
    `Scrolling through ${assets.toLocaleString('en')} pictures, ${picturesSeen} of them drawn (${targetPerSecond} frames a second)`,
    `  library              ${frames(library)}`,
    `  plain boxes          ${frames(boxes)} (baseline)`,
    '',
  ].join('\n')
}
