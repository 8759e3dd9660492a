import type { Brand } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { changeBack, collides, viewOf } from './brand-edit.ts'

const brand: Brand = {
  id: 'b',
  kind: 'business',
  name: 'Harbour',
  pinned: false,
  website: null,
  description: 'Coffee.',
  language: 'en',
  logo: { assetId: 'old', url: '/old.png', alt: 'Harbour' },
  logoOnDark: null,
  logoIcon: { assetId: 'icon', url: '/icon.png', alt: '' },
  colors: { primary: '#112233' },
  fonts: {},
  tone: ['warm'],
  audience: [],
  themes: [],
  lines: { audience: {}, themes: {} },
  avoidedWords: [],
  identity: '',
  origins: {},
  revision: 3,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
}

describe('editing a brand', () => {
  it('shows the edit before it is saved, and leaves the rest', () => {
    const view = viewOf(brand, { name: 'Harbour Coffee', logoAssetId: null })
    expect(view.name).toBe('Harbour Coffee')
    expect(view.logo).toBeNull()
    expect(view.tone).toEqual(['warm'])
  })

  it('takes an edit back, the logo by its picture', () => {
    const edit = { name: 'New', logoAssetId: 'new', tone: [] }
    expect(changeBack(brand, edit)).toEqual({ name: 'Harbour', logoAssetId: 'old', tone: ['warm'] })
  })

  it('shows the words for a logo at once, and another picture once it is kept', () => {
    expect(viewOf(brand, { logoAlt: 'A boat' }).logo).toEqual({ ...brand.logo, alt: 'A boat' })
    expect(viewOf(brand, { logoAssetId: 'new' }).logo?.url).toBe('/old.png')
    expect(viewOf(brand, { logoIcon: null }).logoIcon).toBeNull()
    expect(changeBack(brand, { logoIcon: null, logoAlt: '' })).toEqual({
      logoIcon: { assetId: 'icon', alt: '' },
      logoAlt: 'Harbour',
    })
  })

  it('collides only where the same field was changed elsewhere', () => {
    const after = { ...brand, description: 'Tea.', revision: 4 }
    expect(collides({ name: 'New' }, brand, after)).toBe(false)
    expect(collides({ description: 'Cocoa.' }, brand, after)).toBe(true)
    expect(collides({ tone: ['dry'] }, brand, { ...brand, tone: ['cold'] })).toBe(true)
  })
})
