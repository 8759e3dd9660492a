import { type Announcements, closestCenter, DndContext, type DragEndEvent } from '@dnd-kit/core'
import { horizontalListSortingStrategy, SortableContext, useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import type { Carousel, Slide } from '@rheos/contract'
import { GripHorizontal, Plus } from 'lucide-react'
import { classNames } from '../../ui/class-names.ts'
import { useSortSensors } from '../../ui/sort-sensors.ts'
import { moved, slidesMax } from './slide-edits.ts'
import { SlidePicture } from './slide-picture.tsx'

export interface FilmstripProps {
  readonly carousel: Carousel
  readonly selectedId: string | undefined
  readonly onSelect: (slide: Slide) => void
  readonly onReorder: (slides: readonly Slide[]) => void
  readonly onAdd: () => void
}

/** All slides in a row: pressed to edit one, dragged or moved by arrow keys to reorder them. */
export function Filmstrip({ carousel, selectedId, onSelect, onReorder, onAdd }: FilmstripProps) {
  const { slides } = carousel
  const sensors = useSortSensors()
  const placeOf = (id: unknown) => slides.findIndex((slide) => slide.id === id)

  function end({ active, over }: DragEndEvent): void {
    if (over !== null) onReorder(moved(slides, placeOf(active.id), placeOf(over.id)))
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{ announcements: announcementsFor(slides), screenReaderInstructions }}
    >
      <SortableContext items={slides.map(({ id }) => id)} strategy={horizontalListSortingStrategy}>
        <ol aria-label="Slides" className="flex gap-3 overflow-x-auto p-1 pb-3">
          {slides.map((slide, at) => (
            <Frame
              key={slide.id}
              {...{ carousel, slide, at }}
              selected={slide.id === selectedId}
              onSelect={() => onSelect(slide)}
            />
          ))}
          {slides.length < slidesMax && (
            <li className="w-24 shrink-0">
              <button
                type="button"
                onClick={onAdd}
                className="flex h-full min-h-24 w-full flex-col items-center justify-center gap-1 rounded-md border border-dashed border-line-strong text-sm text-muted hover:bg-hover hover:text-ink"
              >
                <Plus size={18} aria-hidden="true" />
                Add slide
              </button>
            </li>
          )}
        </ol>
      </SortableContext>
    </DndContext>
  )
}

function Frame(props: {
  readonly carousel: Carousel
  readonly slide: Slide
  readonly at: number
  readonly selected: boolean
  readonly onSelect: () => void
}) {
  const { carousel, slide, at, selected, onSelect } = props
  const sortable = useSortable({ id: slide.id })
  const { setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = sortable
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition: transition ?? '' }}
      className={classNames('w-24 shrink-0', isDragging && 'relative z-10 opacity-80')}
    >
      <button
        type="button"
        aria-label={`Slide ${at + 1}: ${slide.heading || slide.role}`}
        aria-current={selected || undefined}
        onClick={onSelect}
        className={classNames(
          'block w-full overflow-hidden rounded-md border bg-surface',
          selected
            ? 'border-accent outline-2 outline-accent'
            : 'border-line hover:border-line-strong',
        )}
      >
        <SlidePicture {...{ carousel, slide }} />
      </button>
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...sortable.attributes}
        {...sortable.listeners}
        aria-label={`Move slide ${at + 1}`}
        className="mt-1 flex h-8 w-full cursor-grab touch-none items-center justify-center gap-1.5 rounded-md text-xs text-muted tabular-nums hover:bg-hover hover:text-ink active:cursor-grabbing"
      >
        <GripHorizontal size={14} aria-hidden="true" />
        {at + 1}
      </button>
    </li>
  )
}

const screenReaderInstructions = {
  draggable:
    'To move a slide, press Space or Enter, then the arrow keys. Press Space or Enter again to put it down, or Escape to leave it where it was.',
}

function announcementsFor(slides: readonly Slide[]): Announcements {
  const place = (id: unknown) => slides.findIndex((slide) => slide.id === id) + 1
  const count = slides.length
  return {
    onDragStart: ({ active }) => `Slide ${place(active.id)} of ${count} is lifted.`,
    onDragOver: ({ active, over }) =>
      over ? `Slide ${place(active.id)} is over place ${place(over.id)} of ${count}.` : undefined,
    onDragEnd: ({ active, over }) =>
      `Slide ${place(active.id)} was put down${over ? ` at place ${place(over.id)} of ${count}` : ''}.`,
    onDragCancel: ({ active }) => `Slide ${place(active.id)} stays where it was.`,
  }
}
