import { intents, networks } from '@rheos/contract'
import { expect, it } from 'vitest'
import { intentNames, networkNames } from './networks.ts'

it('knows every network and intent of the contract', () => {
  expect([...networkNames]).toEqual([...networks])
  expect([...intentNames]).toEqual([...intents])
})
