import { randomUUID } from 'node:crypto'
import { Ledger } from '@rheos/credits'
import {
  CreditsRefusedError,
  meteredImageModel,
  OperationReplayedError,
} from '@rheos/credits/ai-sdk'
import { MemoryStore } from '@rheos/credits/memory'
import { generateImage, wrapImageModel } from 'ai'
import { sketch } from './sketch.ts'

const rules = {
  priceBook: { versions: [{ version: 1, effectiveFrom: 0, prices: { image: 5 } }] },
  now: Date.now,
  newId: randomUUID,
  openOperationsMax: 20,
  leaseMs: 30_000,
}
const ledger = new Ledger({ store: new MemoryStore(), ...rules })
const accountId = 'studio'
const allowance = { credits: 30, anchor: Date.now(), pausesAtZero: true }
await ledger.setAllowance({ accountId, allowance, reason: 'sign-up' })

const model = wrapImageModel({
  model: sketch, // Any image model of the AI SDK, as google.image('imagen-4.0-generate-001')
  middleware: meteredImageModel({ ledger, ...rules, action: 'image' }),
})

async function press(operationId: string, prompt: string, n: number): Promise<string> {
  const credits = { accountId, operationId, actor: { memberId: 'ada' } }
  try {
    const { images } = await generateImage({ model, prompt, n, providerOptions: { credits } })
    return `${images.length} images`
  } catch (error) {
    if (error instanceof CreditsRefusedError) return `refused: ${error.message}`
    if (error instanceof OperationReplayedError) return `not again: ${error.message}`
    return `failed: ${error instanceof Error ? error.message : error}`
  }
}

async function tell(outcome: string): Promise<void> {
  console.log(`${outcome} (${(await ledger.balance(accountId))?.available} credits left)`)
}

await tell(await press('press-1', 'A red kettle', 4))
await tell(await press('press-1', 'A red kettle', 4))
await tell(await press('press-2', 'An impossible staircase', 2))
await tell(await press('press-3', 'A blue kettle', 3))
