import type { CallToAction, CarouselStructure, Formulas, Hook } from '@rheos/contract'
import { Refusal } from '../../refusal.ts'
import { callsToAction } from './calls-to-action.ts'
import { carouselStructures } from './carousel-structures.ts'
import { hooks } from './hooks.ts'
import { intentFormulas } from './intents.ts'

/** Everything that a post can be built by. */
export const formulas: Formulas = {
  intents: [...intentFormulas],
  hooks: [...hooks],
  callsToAction: [...callsToAction],
  carouselStructures: [...carouselStructures],
}

/** The hook that a request names; throws a {@link Refusal} for one that is not there. */
export function hookOf(id: string | undefined): Hook | undefined {
  return named(hooks, id, 'hook', 'hook')
}

/** The call to action that a request names. */
export function callToActionOf(id: string | undefined): CallToAction | undefined {
  return named(callsToAction, id, 'callToAction', 'call to action')
}

/** The carousel structure that a request names. */
export function structureOf(id: string): CarouselStructure {
  const structure = named(carouselStructures, id, 'structureId', 'carousel structure')
  if (structure === undefined) throw new Error('A structure that was found is not there.')
  return structure
}

function named<Formula extends { readonly id: string }>(
  among: readonly Formula[],
  id: string | undefined,
  path: string,
  what: string,
): Formula | undefined {
  if (id === undefined) return undefined
  const found = among.find((formula) => formula.id === id)
  if (found !== undefined) return found
  throw new Refusal('invalid_request', `There is no such ${what}. Choose one of the formulas.`, {
    fields: [{ path, message: `is no ${what} of the formulas` }],
  })
}
