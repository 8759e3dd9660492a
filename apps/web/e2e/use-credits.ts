import { randomUUID } from 'node:crypto'
import type { TestStudio } from '../../server/test/studio.ts'

/** Spends the credits of so many standard images. */
export async function useCredits(
  { context }: TestStudio,
  workspaceId: string,
  images: number,
): Promise<void> {
  const operation = { accountId: workspaceId, operationId: randomUUID() }
  await context.ledger.hold({
    ...operation,
    action: 'image.standard',
    quantity: images,
    quote: { version: 2, credits: 5 * images },
    requestHash: 'x',
    actor: {},
  })
  await context.ledger.settle({ ...operation, quantity: images })
}
