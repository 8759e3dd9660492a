import type { Carousel, Slide } from '@rheos/contract'
import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { toast } from '../../ui/toast.ts'
import { SpendButton } from '../credits/spend-button.tsx'
import type { Spend } from '../credits/use-spend.ts'
import { useSlides } from '../writing/use-slides.ts'
import { rewritten } from './slide-edits.ts'

export interface RewriteAllProps {
  readonly carousel: Carousel
  readonly onSlides: (slides: readonly Slide[]) => void
}

const anyStructure = 'point-per-slide'

/** One instruction for all slides; what was there can be taken back. */
export function RewriteAll({ carousel, onSlides }: RewriteAllProps) {
  const [instruction, setInstruction] = useState('')
  const writing = useSlides()

  async function spend(press: Spend): Promise<void> {
    const before = carousel.slides
    const written = await writing.start(
      {
        structureId: carousel.structureId ?? anyStructure,
        slides: before.map(({ role, heading, body }) => ({ role, heading, body })),
        instruction: instruction.trim(),
        ...(carousel.brandId !== null && { brandId: carousel.brandId }),
      },
      press,
    )
    if (written === undefined || written.length < 2) return
    onSlides(rewritten(before, written))
    toast({
      title: 'All slides rewritten',
      action: { label: 'Undo', onPress: () => onSlides(before) },
    })
  }

  return (
    <section aria-label="Rewrite all slides" className="space-y-3">
      <Field label="One instruction for all slides">
        <Input
          maxLength={500}
          placeholder="Shorter, and in UK English"
          value={instruction}
          onChange={(event) => setInstruction(event.target.value)}
        />
      </Field>
      <SpendButton
        action="text.slides"
        label="Rewrite all"
        variant="secondary"
        icon={<Sparkles size={16} aria-hidden="true" />}
        disabled={instruction.trim() === ''}
        onSpend={spend}
      />
      {writing.note !== null && <p className="text-sm text-muted">{writing.note}</p>}
    </section>
  )
}
