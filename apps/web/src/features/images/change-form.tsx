import type { Asset, ImageAction, NewGeneration, Tier } from '@rheos/contract'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useAbout } from '../../api/account.ts'
import { useGenerate } from '../../api/generations.ts'
import { Field } from '../../ui/field.tsx'
import { tooLong } from '../../ui/over-limit.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import type { Spend } from '../credits/use-spend.ts'
import { countOptions, promptMax } from './image-limits.ts'
import { tierFacts, tierNames } from './shapes.ts'
import { upscaleFactors } from './upscale-factors.ts'

export type Change = Exclude<ImageAction, 'generate'>

export interface ChangeFormProps {
  readonly asset: Asset
  readonly change: Change
  /** It was accepted and is under way. */
  readonly onAsked: () => void
}

/** What is asked for to change a picture, with its price on the button. */
export function ChangeForm(props: ChangeFormProps) {
  if (props.change === 'variation') return <VariationForm {...props} />
  if (props.change === 'edit') return <EditForm {...props} />
  if (props.change === 'background') return <BackgroundForm {...props} />
  return <UpscaleForm {...props} />
}

function VariationForm(props: ChangeFormProps) {
  const [tier, setTier] = useState<Tier>('standard')
  const [count, setCount] = useState(1)
  const ask = useAsk(props, (asked) => ({ ...asked, action: 'variation', tier, count }))
  return (
    <Form intro="The same prompt, drawn again in other ways.">
      <TierChoice value={tier} onChange={setTier} />
      <SegmentedControl
        label="How many"
        labelShown
        value={String(count)}
        options={countOptions}
        onChange={(next) => setCount(Number(next))}
      />
      <SpendButton
        action={tierFacts[tier].action}
        count={count}
        label={count === 1 ? 'Make variation' : 'Make variations'}
        onSpend={ask}
      />
    </Form>
  )
}

function EditForm(props: ChangeFormProps) {
  const { made } = props.asset
  const [tier, setTier] = useState<Tier>('standard')
  const [by, setBy] = useState<'instruction' | 'prompt'>('instruction')
  const [instruction, setInstruction] = useState('')
  const [prompt, setPrompt] = useState(made?.prompt ?? '')
  const words = by === 'prompt' ? prompt : instruction
  const ask = useAsk(props, (asked) => ({
    ...asked,
    ...({ action: 'edit', tier, by, prompt: words.trim() } as const),
  }))
  const builtIn = useAbout().data?.models.imagesBuiltIn === true
  return (
    <Form>
      {made !== null && (
        <SegmentedControl
          label="Edit by"
          labelShown
          value={by}
          options={[
            { value: 'instruction', label: 'Instruction' },
            { value: 'prompt', label: 'Its prompt' },
          ]}
          onChange={setBy}
        />
      )}
      {by === 'instruction' ? (
        <Words
          label="What to change"
          placeholder={builtIn ? 'Brighter, crop to square' : 'Make the sky pink'}
          hint={
            builtIn
              ? 'Brighter, warmer, black and white, sharper, crop to square, add the text “Open on Sunday” at the top …'
              : undefined
          }
          value={instruction}
          onChange={setInstruction}
        />
      ) : (
        <Words
          label="Prompt"
          hint="Drawn again by these words."
          value={prompt}
          onChange={setPrompt}
        />
      )}
      <TierChoice value={tier} onChange={setTier} />
      <SpendButton
        action={tierFacts[tier].action}
        label={by === 'prompt' ? 'Draw again' : 'Edit picture'}
        disabled={words.trim() === ''}
        obstacle={tooLong('text', words, promptMax)}
        onSpend={ask}
      />
    </Form>
  )
}

function BackgroundForm(props: ChangeFormProps) {
  const [tier, setTier] = useState<Tier>('standard')
  const [prompt, setPrompt] = useState('')
  const ask = useAsk(props, (asked) => ({
    ...asked,
    ...({ action: 'background', tier, prompt: prompt.trim() } as const),
  }))
  const builtIn = useAbout().data?.models.imagesBuiltIn === true
  return (
    <Form>
      <Words
        label="New background"
        placeholder={builtIn ? 'Light blue' : 'A sunlit kitchen, out of focus'}
        hint={
          builtIn
            ? 'A colour, a gradient, brand colours or transparent, where the picture has a plain background now.'
            : undefined
        }
        value={prompt}
        onChange={setPrompt}
      />
      <TierChoice value={tier} onChange={setTier} />
      <SpendButton
        action={tierFacts[tier].action}
        label="Replace background"
        disabled={prompt.trim() === ''}
        obstacle={tooLong('text', prompt, promptMax)}
        onSpend={ask}
      />
    </Form>
  )
}

function UpscaleForm(props: ChangeFormProps) {
  const { width, height } = props.asset
  const possible = upscaleFactors(width, height)
  const [factor, setFactor] = useState<2 | 4>(2)
  const ask = useAsk(props, (asked) => ({ ...asked, action: 'upscale', factor }))
  if (possible.length === 0) {
    return (
      <p className="text-sm text-muted">
        This picture has {width} × {height} pixels: it is as large as the studio makes them.
      </p>
    )
  }
  return (
    <Form intro={`${width} × ${height} becomes ${width * factor} × ${height * factor} pixels.`}>
      <SegmentedControl
        label="How large"
        labelShown
        value={String(factor)}
        options={possible.map((times) => ({ value: String(times), label: `${times}×` }))}
        onChange={(next) => setFactor(next === '4' ? 4 : 2)}
      />
      <SpendButton action="image.upscale" label={`Upscale ${factor}×`} onSpend={ask} />
    </Form>
  )
}

interface Asked {
  readonly kind: 'image'
  readonly assetId: string
  readonly quote: Spend['quote']
}

function useAsk(
  { asset, onAsked }: ChangeFormProps,
  bodyOf: (asked: Asked) => NewGeneration,
): (spend: Spend) => Promise<void> {
  const generate = useGenerate()
  return async ({ quote, pressId }) => {
    const body = bodyOf({ kind: 'image', assetId: asset.id, quote })
    await generate.mutateAsync({ body, pressId })
    onAsked()
  }
}

function Form({ intro, children }: { readonly intro?: string; readonly children: ReactNode }) {
  return (
    <form className="space-y-5" onSubmit={(event: FormEvent) => event.preventDefault()}>
      {intro !== undefined && <p className="text-sm text-muted tabular-nums">{intro}</p>}
      {children}
    </form>
  )
}

function TierChoice(props: { readonly value: Tier; readonly onChange: (tier: Tier) => void }) {
  return (
    <SegmentedControl
      label="Quality"
      labelShown
      value={props.value}
      options={tierNames.map((tier) => ({ value: tier, label: tierFacts[tier].label }))}
      onChange={props.onChange}
    />
  )
}

function Words(props: {
  readonly label: string
  readonly placeholder?: string
  readonly hint?: string | undefined
  readonly value: string
  readonly onChange: (text: string) => void
}) {
  const { label, placeholder, hint, value, onChange } = props
  return (
    <Field label={label} hint={hint}>
      <Textarea
        className="min-h-20"
        limit={promptMax}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
