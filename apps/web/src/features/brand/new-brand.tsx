import type { BrandKind } from '@rheos/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCreateBrand } from '../../api/brands.ts'
import { chooseBrand } from '../../api/current-brand.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ImportStart } from '../import/import-start.tsx'

/** The two ways to a brand: from its website, or by hand. */
export function NewBrand() {
  const navigate = useNavigate()
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <Card>
        <h2 className="text-lg font-semibold">From a website</h2>
        <p className="mt-1 mb-5 text-sm text-muted">
          Up to eight pages are read. You see what was found and where, and accept it field by
          field.
        </p>
        <ImportStart
          onStarted={({ brandId, importId }) =>
            void navigate({
              to: '/brand/$brandId/imports/$importId',
              params: { brandId, importId },
            })
          }
        />
      </Card>
      <Card>
        <h2 className="text-lg font-semibold">By hand</h2>
        <p className="mt-1 mb-5 text-sm text-muted">
          Begin with a name. A website can still be read later.
        </p>
        <ByHand />
      </Card>
    </div>
  )
}

function ByHand() {
  const navigate = useNavigate()
  const create = useCreateBrand()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<BrandKind>('business')
  const ready = name.trim() !== ''

  function submit(): void {
    if (!ready || create.isPending) return
    create.mutate(
      { name: name.trim(), kind },
      {
        onSuccess: (brand) => {
          chooseBrand(brand.id)
          void navigate({ to: '/brand' })
        },
      },
    )
  }

  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field label="Name">
        <Input maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <SegmentedControl
        label="Who speaks"
        labelShown
        value={kind}
        options={[
          { value: 'business', label: 'A business' },
          { value: 'personal', label: 'A person' },
        ]}
        onChange={setKind}
      />
      <Button type="submit" disabled={!ready} loading={create.isPending}>
        Fill in by hand
      </Button>
      {create.error !== null && <ErrorNotice error={create.error} />}
    </form>
  )
}
