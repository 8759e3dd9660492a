import { chargingMutants } from './charging.ts'
import { correctingMutants } from './correcting.ts'
import { cycleMutants } from './cycles.ts'
import { endingMutants } from './ending.ts'
import type { Mutant } from './mutant.ts'
import { sharingMutants } from './sharing.ts'

/** Every guard of the meter, removed one by one. */
export const allMutants: readonly Mutant[] = [
  ...chargingMutants,
  ...endingMutants,
  ...cycleMutants,
  ...correctingMutants,
  ...sharingMutants,
]
