import type { Clock } from '../../clock.ts'
import type { PlayedGraphError } from './graph-stand-in.ts'

export interface PlayedContainer {
  readonly id: string
  readonly account: string
  readonly params: Readonly<Record<string, string>>
  readonly madeAt: number
  isPublished: boolean
  /** How often it is still asked for before it is finished. */
  looksLeft: number
}

/** A day. */
const livesMs = 24 * 3_600_000

/**
 * Posts that are made before they are published, within a day. Meta does not say that it refuses to
 * publish one a second time, so it is done here: whoever asks twice has two posts.
 */
export class PlayedContainers {
  readonly #containers = new Map<string, PlayedContainer>()
  readonly #clock: Clock
  /** How often a new one is asked for before it is finished. */
  looks = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  add(id: string, account: string, params: Readonly<Record<string, string>>): void {
    const madeAt = this.#clock()
    const looksLeft = this.looks
    this.#containers.set(id, { id, account, params, madeAt, isPublished: false, looksLeft })
  }

  get(id: string): PlayedContainer | undefined {
    return this.#containers.get(id)
  }

  /** Asked for; each time the network has worked on. */
  look(id: string): 'IN_PROGRESS' | 'FINISHED' | 'EXPIRED' | 'PUBLISHED' | undefined {
    const container = this.#containers.get(id)
    if (container === undefined) return undefined
    if (container.isPublished) return 'PUBLISHED'
    if (this.#clock() - container.madeAt > livesMs) return 'EXPIRED'
    container.looksLeft = Math.max(-1, container.looksLeft - 1)
    return container.looksLeft >= 0 ? 'IN_PROGRESS' : 'FINISHED'
  }

  /** The children of a carousel; undefined where one is not what it should be. */
  children(ids: string, isIn: (count: number) => boolean): readonly PlayedContainer[] | undefined {
    const children = ids.split(',').flatMap((id) => this.#containers.get(id) ?? [])
    const areChildren = children.every(({ params }) => params['is_carousel_item'] === 'true')
    return areChildren && isIn(children.length) && children.length === ids.split(',').length
      ? children
      : undefined
  }

  /** Publishes it, or says why not. */
  publish(id: string, account: string): PlayedContainer | 'gone' | 'not ready' {
    const container = this.#containers.get(id)
    if (container === undefined || container.account !== account) return 'gone'
    if (this.#clock() - container.madeAt > livesMs) return 'gone'
    if (container.looksLeft > 0) return 'not ready'
    container.isPublished = true
    return container
  }
}

/** Pictures and videos of a container or of its children, as a post shows them. */
export function playedMedia(containers: readonly PlayedContainer[]) {
  return containers.flatMap(({ params }) => {
    const { image_url, video_url, alt_text = '' } = params
    if (image_url !== undefined) return [{ mediaType: 'image/jpeg', alt: alt_text }]
    return video_url === undefined ? [] : [{ mediaType: 'video/mp4', alt: alt_text }]
  })
}

export function unfetchable({ image_url, video_url }: Readonly<Record<string, string>>) {
  const url = image_url ?? video_url
  if (url === undefined || /^https?:\/\/[^/]+\//.test(url)) return undefined
  const error: PlayedGraphError = {
    code: 9004,
    subcode: 2207052,
    message: 'Only photo or video can be accepted as media type.',
  }
  return error
}
