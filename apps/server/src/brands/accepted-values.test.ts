import { describe, expect, it } from 'vitest'
import { aBrand } from '../../test/brands/a-brand.ts'
import { acceptedValues } from './accepted-values.ts'
import { identityOf } from './identity-of.ts'
import type { StoredFinding } from './import-result.ts'

const found = { confidence: 1, evidence: [] }
const description: StoredFinding = { field: 'description', value: 'Bread from Leeds.', ...found }
const tone: StoredFinding = { field: 'tone', value: ['warm', 'plain'], ...found }
const identity: StoredFinding = { field: 'identity', value: '# Found', ...found }

describe('acceptedValues', () => {
  it('composes the identity document from what was accepted', () => {
    const values = acceptedValues(aBrand({ name: 'Acme' }), [description, tone], undefined)
    expect(values).toEqual({
      description: 'Bread from Leeds.',
      tone: ['warm', 'plain'],
      identity: '# Acme\n\nBread from Leeds.\n\n## How we sound\n\n- warm\n- plain\n',
    })
  })

  it('lets a composed document follow the next field that is accepted', () => {
    const brand = aBrand({ name: 'Acme', description: 'Bread from Leeds.' })
    const composed = { ...brand, identity: identityOf(brand) }
    expect(acceptedValues(composed, [tone], undefined).identity).toContain('- warm')
  })

  it('never touches a document that a person wrote', () => {
    const brand = aBrand({ identity: 'Ours.', origins: { identity: 'hand' } })
    expect(acceptedValues(brand, [description], undefined)).toEqual({
      description: 'Bread from Leeds.',
    })
  })

  it('keeps a document that was accepted itself', () => {
    expect(acceptedValues(aBrand(), [identity], undefined)).toEqual({ identity: '# Found' })
    const brand = aBrand({ identity: '# Found', origins: { identity: 'import' } })
    expect(acceptedValues(brand, [tone], undefined)).toEqual({ tone: ['warm', 'plain'] })
  })
})
