import { type DragEvent, useRef, useState } from 'react'
import { carriedIds, carriesPictures } from './dragged-pictures.ts'

/** Makes something take the pictures that are dragged onto it; `isOver` while they are. */
export function useDropTarget(onDrop: ((ids: readonly string[]) => void) | undefined) {
  const [isOver, setIsOver] = useState(false)
  // Moving over a child leaves the parent as far as the browser is concerned; only the sum counts.
  const depth = useRef(0)
  const move = (event: DragEvent, step: 1 | -1): void => {
    if (!carriesPictures(event)) return
    depth.current += step
    setIsOver(depth.current > 0)
  }
  if (onDrop === undefined) return { isOver: false, handlers: {} }
  return {
    isOver,
    handlers: {
      onDragEnter: (event: DragEvent) => move(event, 1),
      onDragLeave: (event: DragEvent) => move(event, -1),
      onDragOver: (event: DragEvent) => {
        if (!carriesPictures(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
      },
      onDrop: (event: DragEvent) => {
        if (!carriesPictures(event)) return
        event.preventDefault()
        depth.current = 0
        setIsOver(false)
        const ids = carriedIds(event)
        if (ids.length > 0) onDrop(ids)
      },
    },
  }
}
