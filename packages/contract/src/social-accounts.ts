import { z } from 'zod'
import { networkSchema } from './networks.ts'
import { deliveryClassSchema } from './publishing.ts'

/** A field that a person fills in to connect an account. */
export const connectionFieldSchema = z
  .object({
    name: z.string(),
    label: z.string(),
    hint: z.string(),
    placeholder: z.string(),
    secret: z.boolean(),
    /** What it holds until somebody changes it. */
    initial: z.string().optional(),
  })
  .meta({ id: 'ConnectionField' })
export type ConnectionField = z.infer<typeof connectionFieldSchema>

/** How accounts of a network are connected here, and what is promised of posts to it. */
export const connectableNetworkSchema = z
  .object({
    network: networkSchema,
    name: z.string(),
    class: deliveryClassSchema,
    /** The promise in one sentence: “Will never be posted twice.” */
    promise: z.string(),
    /** `oauth` leads to the network and back, perhaps after `fields`; `credentials` are given here. */
    connect: z.enum(['oauth', 'credentials']),
    fields: z.array(connectionFieldSchema),
    /** Null: it can be connected. Else what whoever runs the studio has to set up first. */
    unavailable: z.string().nullable(),
    firstComment: z.boolean(),
  })
  .meta({ id: 'ConnectableNetwork' })
export type ConnectableNetwork = z.infer<typeof connectableNetworkSchema>

export const connectableNetworksSchema = z.object({ items: z.array(connectableNetworkSchema) })

export const socialAccountSchema = z
  .object({
    id: z.string(),
    brandId: z.string(),
    network: networkSchema,
    name: z.string(),
    handle: z.string(),
    avatarUrl: z.string().nullable(),
    /** The host it lives on, where a network has several. */
    server: z.string().nullable(),
    state: z.enum(['connected', 'needs_reconnect']),
    /** Why it has to be connected again. */
    problem: z.string().nullable(),
    /** When a person has to connect it again; null: never, as far as the network says. */
    expiresAt: z.iso.datetime().nullable(),
    connectedAt: z.iso.datetime(),
  })
  .meta({ id: 'SocialAccount' })
export type SocialAccount = z.infer<typeof socialAccountSchema>

export const socialAccountsSchema = z.object({ items: z.array(socialAccountSchema) })
export type SocialAccounts = z.infer<typeof socialAccountsSchema>

export const newConnectionSchema = z
  .strictObject({
    network: networkSchema,
    brandId: z.string().max(100),
    /** What the network's fields ask for, by name. */
    fields: z.record(z.string().max(40), z.string().max(2000)).default({}),
    /** The account that is connected anew; another one is refused then. */
    socialAccountId: z.string().max(100).optional(),
  })
  .meta({ id: 'NewConnection' })
export type NewConnection = z.input<typeof newConnectionSchema>

/** What can be connected of what a person opened to us: pages, channels, boards. */
export const connectionCandidateSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    handle: z.string(),
    /** `Page`, `Board`, `Profile`; for people. */
    kind: z.string(),
    avatarUrl: z.string().nullable(),
    connected: z.boolean(),
  })
  .meta({ id: 'ConnectionCandidate' })
export type ConnectionCandidate = z.infer<typeof connectionCandidateSchema>

/** An account on its way to being connected. `authorize`: the page leads the person to `authorizeUrl`. */
export const connectionSchema = z
  .object({
    id: z.string(),
    network: networkSchema,
    brandId: z.string(),
    state: z.enum(['authorize', 'choose', 'connected', 'failed']),
    authorizeUrl: z.string().nullable(),
    candidates: z.array(connectionCandidateSchema),
    accounts: z.array(socialAccountSchema),
    problem: z.string().nullable(),
  })
  .meta({ id: 'Connection' })
export type Connection = z.infer<typeof connectionSchema>

export const connectionChoiceSchema = z
  .strictObject({ candidateIds: z.array(z.string().max(200)).min(1).max(40) })
  .meta({ id: 'ConnectionChoice' })
export type ConnectionChoice = z.infer<typeof connectionChoiceSchema>
