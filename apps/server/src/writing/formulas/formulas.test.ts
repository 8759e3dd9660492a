import { formulasSchema, intents, postTypeSchema } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { formulas } from './formulas.ts'
import { slideRoles } from './slide-roles.ts'

const { hooks, callsToAction, carouselStructures } = formulas
const unique = (all: readonly string[]) => new Set(all.map((one) => one.toLowerCase())).size

describe('the formulas', () => {
  it('are what the contract says', () => {
    expect(formulasSchema.parse(formulas)).toEqual(formulas)
  })

  it('have all eight intents, each once', () => {
    expect(formulas.intents.map(({ id }) => id)).toEqual([...intents])
  })

  it('have enough of each', () => {
    expect(hooks.length).toBeGreaterThanOrEqual(36)
    expect(callsToAction.length).toBeGreaterThanOrEqual(16)
    expect(carouselStructures).toHaveLength(7)
  })

  it.each([
    ['hooks', hooks],
    ['calls to action', callsToAction],
    ['carousel structures', carouselStructures],
  ] as const)('%s have ids and labels of their own', (_, all) => {
    expect(unique(all.map(({ id }) => id))).toBe(all.length)
    expect(unique(all.map(({ label }) => label))).toBe(all.length)
    for (const { id, label } of all) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(label).toMatch(/^\p{Lu}/u)
      expect(label.length).toBeLessThanOrEqual(32)
    }
  })

  it.each(intents)('"%s" has at least eight hooks and two calls to action', (intent) => {
    expect(hooks.filter((hook) => hook.intents.includes(intent)).length).toBeGreaterThanOrEqual(8)
    const calls = callsToAction.filter((call) => call.intents.includes(intent))
    expect(calls.length).toBeGreaterThanOrEqual(2)
  })

  it.each(postTypeSchema.options)('%s posts have at least eight hooks', (type) => {
    expect(hooks.filter((hook) => hook.postTypes.includes(type)).length).toBeGreaterThanOrEqual(8)
  })

  it('say when to use a hook and show its shape, in one sentence each and without a shout', () => {
    expect(unique(hooks.map(({ whenToUse }) => whenToUse))).toBe(hooks.length)
    expect(unique(hooks.map(({ exampleShape }) => exampleShape))).toBe(hooks.length)
    for (const { whenToUse, exampleShape, intents, postTypes } of hooks) {
      expect(whenToUse).toMatch(/^\p{Lu}.{15,110}\.$/u)
      expect(exampleShape).toMatch(/^.{10,130}$/)
      expect(exampleShape).toMatch(/\[[^\]]+\]/)
      expect(whenToUse + exampleShape).not.toMatch(/!/)
      expect(unique(intents)).toBe(intents.length)
      expect(unique(postTypes)).toBe(postTypes.length)
      expect(intents.length).toBeGreaterThan(0)
    }
  })
})

describe('the slides of a structure', () => {
  it.each(carouselStructures)('$id: as many as asked for, within its limits', (structure) => {
    const { slides, min, max } = structure
    expect(slides.filter(({ repeats }) => repeats)).toHaveLength(1)
    expect(unique(slides.map(({ role }) => role))).toBe(slides.length)
    expect(slides[0]?.role).toBe('cover')
    expect(min).toBeGreaterThanOrEqual(slides.length)
    for (let count = 1; count <= 20; count += 1) {
      const roles = slideRoles(structure, count)
      expect(roles).toHaveLength(Math.min(max, Math.max(min, count)))
      expect(roles[0]).toBe(slides[0])
      expect(roles.at(-1)).toBe(slides.at(-1))
    }
    expect(slideRoles(structure).length).toBeLessThanOrEqual(max)
  })
})
