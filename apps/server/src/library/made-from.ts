import type { NewConversion } from '@rheos/contract'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import { convertPicture } from '../images/renditions/convert-picture.ts'
import {
  cropPicture,
  type MadePicture,
  type Region,
  regionIn,
} from '../images/renditions/crop-picture.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Storage } from '../storage/storage.ts'
import { type AssetRecord, isMadeHere } from './asset-view.ts'
import type { Intake } from './intake.ts'
import { assertPicture } from './require-picture.ts'
import type { Turns } from './turns.ts'

/** What is to be cut out, and the size to bring it to. */
export interface CropWish extends Region {
  readonly unit: 'fraction' | 'pixel'
  readonly target?: { readonly width: number; readonly height: number } | undefined
}

/** Pictures made from others of the library, which stay as they are: crops, and other sizes and formats. */
export class MadeFrom {
  readonly #database: Database
  readonly #storage: Storage
  readonly #intake: Intake
  readonly #decoding: Turns

  constructor(options: {
    readonly database: Database
    readonly storage: Storage
    readonly intake: Intake
    readonly decoding: Turns
  }) {
    this.#database = options.database
    this.#storage = options.storage
    this.#intake = options.intake
    this.#decoding = options.decoding
  }

  /** Returns the id of the crop. */
  async crop(
    workspaceId: string,
    assetId: string,
    wish: CropWish,
    memberId: string,
  ): Promise<string> {
    const parent = await this.#find(workspaceId, assetId)
    const region = regionIn(parent, wish)
    if (region === undefined)
      throw new Refusal(
        'invalid_request',
        `This part does not lie within the picture of ${parent.width} × ${parent.height} pixels. Choose another one.`,
      )
    return this.#make(parent, memberId, (original) => cropPicture(original, region, wish.target))
  }

  /** Returns the id of the converted picture. */
  async convert(
    workspaceId: string,
    assetId: string,
    wish: NewConversion,
    memberId: string,
  ): Promise<string> {
    const parent = await this.#find(workspaceId, assetId)
    return this.#make(parent, memberId, async (original) => {
      const made = await convertPicture(original, wish)
      if (made !== undefined) return made
      throw new Refusal(
        'image_too_large',
        'This picture cannot be made that small and still be seen. Allow more bytes, or another format.',
      )
    })
  }

  async #make(
    parent: AssetRecord,
    memberId: string,
    make: (original: Uint8Array) => Promise<MadePicture>,
  ): Promise<string> {
    const { bytes, ...picture } = await this.#decoding.take(async () => {
      const original = await this.#storage.get(parent.storageKey)
      if (original !== undefined) return make(original)
      throw new Refusal('unavailable', 'This picture is missing from the storage. Tell support.')
    })
    const { workspaceId, alt, fileName, folderId, brandId, brandIds, made } = parent
    const inherited = { workspaceId, alt, fileName, folderId, brandId, brandIds, made }
    return this.#intake.keep(
      {
        ...inherited,
        ...picture,
        kind: 'crop',
        parentId: parent.id,
        madeHere: isMadeHere(parent),
        createdBy: memberId,
      },
      bytes,
    )
  }

  async #find(workspaceId: string, assetId: string): Promise<AssetRecord> {
    const [found] = await this.#database.db
      .select()
      .from(assets)
      .where(
        and(eq(assets.workspaceId, workspaceId), eq(assets.id, assetId), isNull(assets.deletedAt)),
      )
    if (found === undefined) throw notFound('picture')
    assertPicture(found)
    return found
  }
}
