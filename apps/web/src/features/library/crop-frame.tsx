import type { Asset } from '@rheos/contract'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { AssetPicture } from './asset-picture.tsx'
import { type CropRegion, moved, resized } from './crop-region.ts'

export interface CropFrameProps {
  readonly asset: Asset
  readonly region: CropRegion
  readonly ratio: number | undefined
  readonly onChange: (region: CropRegion) => void
}

const step = 0.02
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/** A picture with a frame over the part that is to be cut out. */
export function CropFrame({ asset, region, ratio, onChange }: CropFrameProps) {
  const picture = asset.width / asset.height
  const area = useRef<HTMLDivElement>(null)
  const drag = useRef<{ x: number; y: number; region: CropRegion; corner: boolean }>(undefined)

  function begin(event: PointerEvent<HTMLElement>): void {
    const corner = (event.target as Element).closest('[data-corner]') !== null
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, y: event.clientY, region, corner }
  }

  function follow(event: PointerEvent): void {
    const box = area.current?.getBoundingClientRect()
    const from = drag.current
    if (box === undefined || from === undefined) return
    const across = (event.clientX - from.x) / box.width
    const down = (event.clientY - from.y) / box.height
    onChange(
      from.corner
        ? resized(from.region, across, down, picture, ratio)
        : moved(from.region, across, down),
    )
  }

  function onKey(event: KeyboardEvent): void {
    const [across, down] = steps[event.key] ?? []
    if (across === undefined || down === undefined) return
    event.preventDefault()
    onChange(
      event.shiftKey ? resized(region, across, down, picture, ratio) : moved(region, across, down),
    )
  }

  return (
    <div
      ref={area}
      className="relative mx-auto w-full touch-none overflow-hidden rounded-lg select-none"
      style={{ aspectRatio: picture, maxWidth: `calc(52dvh * ${picture})` }}
    >
      <AssetPicture asset={asset} sizes="40rem" eager className="size-full" />
      <div
        aria-hidden="true"
        className="absolute inset-0 bg-scrim"
        style={{ clipPath: outside(region) }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a frame of two dimensions has no element. */}
      <div
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move it.
        tabIndex={0}
        aria-label={`Part to keep: ${percentText(region.width)} of the width, ${percentText(region.height)} of the height`}
        onPointerDown={begin}
        onPointerMove={follow}
        onPointerUp={() => {
          drag.current = undefined
        }}
        onKeyDown={onKey}
        className="absolute cursor-move rounded-sm border-2 border-page ring-1 ring-ink/40 outline-offset-4"
        style={{
          left: percent(region.x),
          top: percent(region.y),
          width: percent(region.width),
          height: percent(region.height),
        }}
      >
        <span
          data-corner
          aria-hidden="true"
          className="absolute -end-0.5 -bottom-0.5 size-8 cursor-nwse-resize rounded-tl-md border-e-4 border-b-4 border-page"
        />
      </div>
    </div>
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`
}

/** Everything but the part: two outlines, of which the inner one is a hole. */
function outside({ x, y, width, height }: CropRegion): string {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map(percent)
  const around = '0 0, 100% 0, 100% 100%, 0 100%, 0 0'
  const hole = `${left} ${top}, ${right} ${top}, ${right} ${bottom}, ${left} ${bottom}, ${left} ${top}`
  return `polygon(evenodd, ${around}, ${hole})`
}

function percentText(share: number): string {
  return `${Math.round(share * 100)} %`
}
