import type { Carousel, CarouselStructure, Post, Slide } from '@rheos/contract'
import { useState } from 'react'
import { useCreateCarousel } from '../../api/carousels.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { tooLong } from '../../ui/over-limit.ts'
import { Textarea } from '../../ui/textarea.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import type { Spend } from '../credits/use-spend.ts'
import { useSlides } from '../writing/use-slides.ts'
import { directionMax } from './direction-of.ts'
import { newSlide, slideFrom } from './slide-edits.ts'
import { StructurePicker } from './structure-picker.tsx'

export interface CarouselStartProps {
  readonly structures: readonly CarouselStructure[]
  readonly brandId: string | undefined
  readonly direction?: string
  /** What the slides are for. */
  readonly post?: Pick<Post, 'id' | 'title'>
  readonly onMade: (carousel: Carousel) => void
}

const titleMax = 120

/** A structure and what it is to be about: the slides are written, or left to be written by hand. */
export function CarouselStart(props: CarouselStartProps) {
  const { structures, brandId, post, onMade } = props
  const [structureId, setStructureId] = useState(structures[0]?.id ?? '')
  const [direction, setDirection] = useState(props.direction ?? '')
  const writing = useSlides()
  const create = useCreateCarousel()
  const structure = structures.find(({ id }) => id === structureId)

  async function make(slides: readonly Slide[]): Promise<void> {
    const [firstLine = ''] = direction.trim().split('\n')
    const named = [post?.title, firstLine, slides[0]?.heading, structure?.label].find(Boolean) ?? ''
    const title = named.slice(0, titleMax)
    const brand = brandId === undefined ? {} : { brandId }
    onMade(await create.mutateAsync({ title, structureId, slides: [...slides], ...brand }))
  }

  async function write(press: Spend): Promise<void> {
    const asked = { structureId, direction: direction.trim() }
    const from = {
      ...(brandId !== undefined && { brandId }),
      ...(post !== undefined && { postId: post.id }),
    }
    const written = await writing.start({ ...asked, ...from }, press)
    if (written !== undefined && written.length >= 2) await make(written.map(slideFrom))
  }

  return (
    <div className="space-y-6">
      <StructurePicker structures={structures} value={structureId} onChange={setStructureId} />
      <Field
        label="What is it about"
        {...(post !== undefined && { hint: 'Taken from the post; change what you like.' })}
      >
        <Textarea
          rows={post === undefined ? 3 : 6}
          limit={directionMax}
          placeholder="Five things to check before you buy a used bike"
          value={direction}
          onChange={(event) => setDirection(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-start gap-3">
        <SpendButton
          action="text.slides"
          label="Write slides"
          disabled={direction.trim() === '' || structureId === ''}
          obstacle={tooLong('text', direction, directionMax)}
          onSpend={write}
        />
        <Button
          loading={create.isPending}
          disabled={structure === undefined}
          onClick={() => void make(emptySlides(structure)).catch(() => undefined)}
        >
          Start with empty slides
        </Button>
      </div>
      {writing.state === 'writing' && (
        <ol aria-label="Slides as they are written" className="space-y-2">
          {writing.slides.map((slide) => (
            <li
              key={`${slide.role} ${slide.heading}`}
              className="rounded-md border border-line bg-surface p-3"
            >
              <p dir="auto" className="font-medium">
                {slide.heading}
              </p>
              <p dir="auto" className="text-sm text-muted">
                {slide.body}
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function emptySlides(structure: CarouselStructure | undefined): readonly Slide[] {
  return (structure?.slides ?? []).map(({ role }) => newSlide({ role }))
}
