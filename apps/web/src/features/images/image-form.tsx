import type { Brand, Post, Tier } from '@rheos/contract'
import type { FormEvent } from 'react'
import { Field } from '../../ui/field.tsx'
import { tooLong } from '../../ui/over-limit.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import type { Spend } from '../credits/use-spend.ts'
import { AspectPicker } from './aspect-picker.tsx'
import { countOptions, promptMax } from './image-limits.ts'
import type { ImageRequest } from './image-request.ts'
import { tierFacts, tierNames } from './shapes.ts'
import { WriteFromPost } from './write-from-post.tsx'

export interface ImageFormProps {
  readonly request: ImageRequest
  readonly brand: Brand | undefined
  /** What the picture is for: a prompt can be written from it. */
  readonly post?: Post | undefined
  readonly onChange: (request: ImageRequest) => void
  readonly onSpend: (spend: Spend) => Promise<unknown>
}

export function ImageForm({ request, brand, post, onChange, onSpend }: ImageFormProps) {
  const set = (change: Partial<ImageRequest>): void => onChange({ ...request, ...change })
  const left = promptMax - request.prompt.length
  return (
    <form className="space-y-6" onSubmit={(event: FormEvent) => event.preventDefault()}>
      <Field
        label="Prompt"
        aside={
          left >= 0 && left < 200 ? <span className="tabular-nums">{left} left</span> : undefined
        }
      >
        <Textarea
          id="prompt"
          className="min-h-28"
          limit={promptMax}
          placeholder="A steaming cup on a harbour wall at dawn"
          value={request.prompt}
          onChange={(event) => set({ prompt: event.target.value })}
        />
      </Field>
      {post !== undefined && (
        <WriteFromPost post={post} brandId={brand?.id} onWrite={(prompt) => set({ prompt })} />
      )}
      <AspectPicker value={request.aspect} onChange={(aspect) => set({ aspect })} />
      <div className="flex flex-wrap gap-x-6 gap-y-5">
        <SegmentedControl
          label="Quality"
          labelShown
          value={request.tier}
          options={tierNames.map((tier: Tier) => ({ value: tier, label: tierFacts[tier].label }))}
          onChange={(tier) => set({ tier })}
        />
        <SegmentedControl
          label="How many"
          labelShown
          value={String(request.count)}
          options={countOptions}
          onChange={(count) => set({ count: Number(count) })}
        />
      </div>
      <p className="-mt-3 text-sm text-muted">{tierFacts[request.tier].hint}</p>
      {brand !== undefined && (
        <div className="space-y-4 border-t border-line pt-5">
          <Switch
            label={`In the style of ${brand.name || 'your brand'}`}
            checked={request.withBrand}
            onChange={(withBrand) => set({ withBrand })}
          />
          {request.withBrand && brand.logo !== null && (
            <Switch
              label="Put the logo on it"
              checked={request.withLogo}
              onChange={(withLogo) => set({ withLogo })}
            />
          )}
        </div>
      )}
      <SpendButton
        action={tierFacts[request.tier].action}
        count={request.count}
        label="Generate"
        disabled={request.prompt.trim() === ''}
        obstacle={tooLong('prompt', request.prompt, promptMax)}
        onSpend={onSpend}
      />
    </form>
  )
}
