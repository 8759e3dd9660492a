import { z } from 'zod'
import { postTypeSchema } from './posts.ts'

export const intents = [
  'sell',
  'educate',
  'prove',
  'connect',
  'provoke',
  'inspire',
  'announce',
  'entertain',
] as const
export const intentSchema = z.enum(intents).meta({ id: 'Intent' })
export type Intent = z.infer<typeof intentSchema>

/** What an intent is for, in words. */
export const intentFormulaSchema = z
  .object({ id: intentSchema, label: z.string(), purpose: z.string() })
  .meta({ id: 'IntentFormula' })
export type IntentFormula = z.infer<typeof intentFormulaSchema>

/** A way to begin a post. `exampleShape` shows the first line with gaps in square brackets. */
export const hookSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    whenToUse: z.string(),
    exampleShape: z.string(),
    intents: z.array(intentSchema),
    postTypes: z.array(postTypeSchema),
  })
  .meta({ id: 'Hook' })
export type Hook = z.infer<typeof hookSchema>

/** A way to end a post: what the reader is asked to do. */
export const callToActionSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    shape: z.string(),
    intents: z.array(intentSchema),
  })
  .meta({ id: 'CallToAction' })
export type CallToAction = z.infer<typeof callToActionSchema>

export const slideRoleSchema = z
  .object({
    role: z.string(),
    purpose: z.string(),
    /** It is this slide that comes several times when there are more slides than roles. */
    repeats: z.boolean(),
  })
  .meta({ id: 'SlideRole' })
export type SlideRole = z.infer<typeof slideRoleSchema>

/** How a carousel goes from its first slide to its last. */
export const carouselStructureSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    whenToUse: z.string(),
    slides: z.array(slideRoleSchema),
    min: z.number().int(),
    max: z.number().int(),
  })
  .meta({ id: 'CarouselStructure' })
export type CarouselStructure = z.infer<typeof carouselStructureSchema>

/** Everything that a post can be built by; the same for every workspace. */
export const formulasSchema = z
  .object({
    intents: z.array(intentFormulaSchema),
    hooks: z.array(hookSchema),
    callsToAction: z.array(callToActionSchema),
    carouselStructures: z.array(carouselStructureSchema),
  })
  .meta({ id: 'Formulas' })
export type Formulas = z.infer<typeof formulasSchema>
