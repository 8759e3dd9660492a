import type { MediaItem, Network, PreflightRequest, Preflight as Report } from '@rheos/contract'
import { type AssetFacts, checkPost, factsFor, type PostContent } from '@rheos/preflight'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import type { Posts } from '../posts/posts.ts'
import { notFound } from '../refusal.ts'

/** What networks would say to a post before it is sent to them. Changes nothing, costs nothing. */
export class Preflight {
  readonly #database: Database
  readonly #posts: Posts

  constructor(options: { readonly database: Database; readonly posts: Posts }) {
    this.#database = options.database
    this.#posts = options.posts
  }

  /** A post as it stands in an editor. A picture that the workspace does not have is refused. */
  async check(workspaceId: string, { networks, ...post }: PreflightRequest): Promise<Report> {
    const known = await this.#facts(workspaceId, assetIdsOf(post))
    if (assetIdsOf(post).some((id) => !known.has(id))) throw notFound('picture')
    return report(post, networks, known)
  }

  /** A post as it is kept, for its networks. A picture that was deleted since is a finding. */
  async ofPost(workspaceId: string, postId: string): Promise<Report> {
    const post = await this.#posts.get(workspaceId, postId)
    return report(post, post.networks, await this.#facts(workspaceId, assetIdsOf(post)))
  }

  async #facts(
    workspaceId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, AssetFacts>> {
    if (ids.length === 0) return new Map()
    const { id, mediaType, width, height, bytes, durationMs } = assets
    const found = await this.#database.db
      .select({ id, mediaType, width, height, bytes, durationMs })
      .from(assets)
      .where(
        and(
          eq(assets.workspaceId, workspaceId),
          inArray(assets.id, [...ids]),
          isNull(assets.deletedAt),
        ),
      )
    return new Map(found.map((asset) => [asset.id, asset]))
  }
}

type Content = PostContent & { readonly media: readonly MediaItem[] }

/** Of the post and of every version of it, each once. */
function assetIdsOf({ media, versions }: Content): readonly string[] {
  const all = [...media, ...Object.values(versions).flatMap((version) => version?.media ?? [])]
  return [...new Set(all.map(({ assetId }) => assetId))]
}

function report(
  post: Content,
  networks: readonly Network[],
  known: ReadonlyMap<string, AssetFacts>,
): Report {
  return {
    networks: [...new Set(networks)].map((network) => {
      const found = checkPost(
        factsFor(post, network, (id) => known.get(id)),
        network,
      )
      return {
        network,
        ready: found.every(({ severity }) => severity !== 'error'),
        findings: found.map((each) => ({ ...each, network })),
      }
    }),
  }
}
