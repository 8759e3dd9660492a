import { expect, test } from 'vitest'
import { assertMay, may } from './roles.ts'

test('everybody may make things, only owner and admin look after the workspace', () => {
  const able = (['owner', 'admin', 'member'] as const).map((role) => [
    may({ role }, 'generate'),
    may({ role }, 'manage_workspace'),
    may({ role }, 'manage_billing'),
  ])
  expect(able).toEqual([
    [true, true, true],
    [true, true, false],
    [true, false, false],
  ])
})

test('who may not is told so', () => {
  expect(() => assertMay({ role: 'member' }, 'manage_brands')).toThrow(/forbidden/)
  expect(() => assertMay({ role: 'owner' }, 'manage_brands')).not.toThrow()
})
