import type { ConnectionField, DeliveryClass, Network } from '@rheos/contract'
import type { Instant } from '../clock.ts'

/** What can be kept in the database as it is. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json }

/**
 * A social network as publishing knows it. Every network has the same files: `connect.ts` (how an
 * account is connected and its tokens renewed), `limits.ts` (what this very account may do),
 * `prepare.ts` (everything before the post is visible), `publish.ts` (the one call that makes it
 * visible), `reconcile.ts` (is it there?), `errors.ts` (what its answers mean).
 */
export interface NetworkAdapter {
  readonly network: Network
  readonly promise: DeliveryPromise
  readonly connector: Connector
  /** Whether its posts can be commented by their own account. */
  readonly takesComments: boolean
  /**
   * The key by which the network knows a repeated call, chosen when the post is scheduled. The same
   * input gives the same key. Where a network knows no such key, what it is found by again.
   */
  mintKey(input: { readonly id: string; readonly at: Instant }): string
  /** What the network says that this account may do; asked when a post is scheduled. */
  limits(session: Session): Promise<AccountLimits>
  /**
   * Everything up to the call that makes the post visible; nobody sees anything of it, so it may be
   * done again. Gives what `publish` will send, complete: it is kept before it is sent.
   */
  prepare(order: PrepareOrder): Promise<Json>
  /** The one call that makes the post visible. Throws a {@link PublishError} that says where it failed. */
  publish(order: PublishOrder): Promise<Receipt>
  /** Looks whether it is there. Changes nothing at the network. Never called where the promise is `asked`. */
  reconcile(order: ReconcileOrder): Promise<Finding>
}

/** What a network makes possible, as measured or documented; its class is shown to people. */
export interface DeliveryPromise {
  readonly class: DeliveryClass
  /**
   * For so long after the first call the same call with the same key makes nothing new, so that it is
   * repeated without looking; 0: never.
   */
  readonly repeatableForMs: number
  /** How long after a call its post may still appear, before “not there” counts. */
  readonly settleMs: number
  /** A look cannot always tell: then a person is asked in the end, whatever the class says. */
  readonly mayAsk?: true
}

/** Who publishes: the account and what its network gave us for it. */
export interface Session {
  readonly socialAccountId: string
  readonly remoteId: string
  readonly handle: string
  /** The origin of its host, as `https://mastodon.social`; empty where the network has one. */
  readonly server: string
  readonly credentials: Json
  readonly facts: Readonly<Record<string, unknown>>
}

/** One thing to be made: the post, an answer to the part before it, or a comment under the post. */
export interface TargetContent {
  readonly kind: 'post' | 'reply' | 'comment'
  readonly text: string
  /** Empty where there is none. */
  readonly title: string
  readonly media: readonly MediaFile[]
}

/** A picture or video as it is to be sent; it was made and looked at when the post was scheduled. */
export interface MediaFile {
  readonly assetId: string
  readonly alt: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** Of a video. */
  readonly durationMs?: number
  read(): Promise<Uint8Array>
  /** Where the network itself can fetch it for the next hour, for networks that take no bytes. */
  publicUrl(): Promise<string>
}

export interface PrepareOrder {
  readonly session: Session
  readonly content: TargetContent
  readonly key: string
  /** The instant that the post carries, frozen with the key. */
  readonly at: Instant
  /** Of the post that this one answers; absent for the post itself. */
  readonly replyTo?: ReplyTo
  /** Does a step once: what it gave is kept, and given again to whoever prepares this target later. */
  once<T extends Json>(name: string, step: () => Promise<T>): Promise<T>
  readonly signal: AbortSignal
}

/** What the network told of the parts before this one. */
export interface ReplyTo {
  readonly root: Receipt
  readonly parent: Receipt
}

export interface PublishOrder {
  readonly session: Session
  /** What `prepare` gave. */
  readonly intent: Json
  readonly key: string
  /** What an earlier call kept of this publishing; null at the first. */
  readonly kept: Json
  /** Keeps what the network told in the middle of it, before going on. */
  keep(value: Json): Promise<void>
  readonly signal: AbortSignal
}

export interface ReconcileOrder {
  readonly session: Session
  readonly intent: Json
  readonly key: string
  readonly kept: Json
  /** When the first publishing call began. */
  readonly since: Instant
  readonly signal: AbortSignal
}

/** What the network told of what is now visible. */
export interface Receipt {
  readonly remoteId: string
  /** Null where it has no address of its own. */
  readonly url: string | null
  /** What an answer to it has to name. */
  readonly reference: Json
  /** The network's own number of the request. */
  readonly requestId?: string | undefined
}

/** `unclear`: it cannot be told now, as while the network still works on it; it is looked for again. */
export type Finding =
  | { readonly found: 'there'; readonly receipt: Receipt }
  | { readonly found: 'not_there' }
  | { readonly found: 'unclear'; readonly detail: string }

export interface AccountLimits {
  /** The longest text, where this account's differs from the network's own limit. */
  readonly textMax?: number | undefined
  /** How many pictures, where it differs. */
  readonly imagesMax?: number | undefined
  /** How many posts are left, and when there are more again; absent: the network does not say. */
  readonly quota?: { readonly left: number; readonly resetsAt: Instant | null } | undefined
}

/** How accounts of a network are connected. */
export type Connector = OauthConnector | CredentialsConnector

interface Renewing {
  /** A person fills these in before; all of them text. */
  readonly fields: readonly ConnectionField[]
  /**
   * Renews what has an end; absent where nothing does. Throws a {@link PublishError} of kind
   * `account` when a person has to connect again, and of kind `not_sent` or `wait` when it may work later.
   */
  renew?(session: Session): Promise<Renewed>
}

export interface OauthConnector extends Renewing {
  readonly kind: 'oauth'
  /** Null: it can be connected. Else the settings that are missing, in one sentence. */
  readonly unavailable: string | null
  /** The host that the person named, as an origin; absent where the network has one. */
  serverOf?(fields: Readonly<Record<string, string>>): Promise<string>
  /** The studio registered at a host that registers applications itself. */
  register?(input: { readonly server: string; readonly redirectUri: string }): Promise<NetworkApp>
  /** Where to lead the person. `secret` is kept for {@link finish}. */
  begin(input: {
    readonly server: string
    readonly app: NetworkApp | undefined
    readonly redirectUri: string
    readonly state: string
  }): Promise<{ readonly authorizeUrl: string; readonly secret: Json }>
  /** What the person opened to us. Throws a {@link PublishError}. */
  finish(input: {
    readonly server: string
    readonly app: NetworkApp | undefined
    readonly redirectUri: string
    readonly secret: Json
    /** Of the address that the person came back to. */
    readonly query: Readonly<Record<string, string>>
  }): Promise<readonly Candidate[]>
}

export interface CredentialsConnector extends Renewing {
  readonly kind: 'credentials'
  /** Throws a {@link PublishError} of kind `account` when the network does not know them. */
  connect(fields: Readonly<Record<string, string>>): Promise<readonly Candidate[]>
}

export interface NetworkApp {
  readonly clientId: string
  readonly clientSecret: string
}

/** An account, page, channel or board that can be published to. */
export interface Candidate {
  readonly remoteId: string
  readonly name: string
  readonly handle: string
  /** `Profile`, `Page`, `Board`; for people. */
  readonly kind: string
  readonly avatarUrl: string | null
  readonly server: string
  readonly scopes: readonly string[]
  readonly facts: Readonly<Record<string, unknown>>
  readonly renewed: Renewed
}

export interface Renewed {
  readonly credentials: Json
  /** When the access ends unless it is renewed; null: never. */
  readonly tokenExpiresAt: Instant | null
  /** When only a person can renew it; null: never, as far as the network says. */
  readonly personNeededAt: Instant | null
}
