import type { DragEvent } from 'react'
import { countText } from '../count-text.ts'

/** What a drag within the library carries; files from elsewhere are another type. */
const carried = 'application/x-rheos-pictures'

/** Takes pictures up, to be dropped on a folder. */
export function carry({ dataTransfer }: DragEvent, ids: readonly string[]): void {
  dataTransfer.effectAllowed = 'move'
  dataTransfer.setData(carried, JSON.stringify(ids))
  if (ids.length < 2) return
  // One picture shows itself; of several their number says more.
  const label = document.createElement('p')
  label.textContent = countText(ids.length, 'picture')
  label.className =
    'fixed -start-96 top-0 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent'
  document.body.append(label)
  dataTransfer.setDragImage(label, -8, -8)
  setTimeout(() => label.remove())
}

/** What is dragged is known only once it is dropped; that it is pictures is known before. */
export function carriesPictures({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes(carried)
}

export function carriedIds({ dataTransfer }: DragEvent): readonly string[] {
  const ids: unknown = JSON.parse(dataTransfer.getData(carried) || '[]')
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}
