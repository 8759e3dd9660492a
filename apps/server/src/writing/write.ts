import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { GenerationKind } from '../generation/generation-kind.ts'
import type { TextModel } from '../models/text-model.ts'
import type { Storage } from '../storage/storage.ts'
import { keepWritten } from './keep-written.ts'
import { modelRequest } from './model-request.ts'
import { writeAll } from './write-all.ts'
import { writingOrderSchema } from './writing-order.ts'

export interface Desk {
  readonly database: Database
  readonly storage: Storage
  readonly model: TextModel
  readonly clock: Clock
  readonly newId: () => string
}

/** Writes what was ordered and shows it as it comes. A caption or a post is kept as a draft. */
export function write(desk: Desk): GenerationKind {
  return {
    kind: 'writing',
    generate: async (order, work) => {
      const asked = writingOrderSchema.parse(order.request)
      const { db } = desk.database
      const request = await modelRequest({ db, storage: desk.storage }, order, asked)
      const written = await writeAll(desk.model, request, work)
      const { provider, model } = desk.model
      const units = order.quantity
      return {
        delivered: units,
        madeBy: [{ provider, model, units }],
        keep: (tx) => keepWritten(desk, tx, { order, asked, written }),
      }
    },
  }
}
