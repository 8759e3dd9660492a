import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type HoldOutcome, Ledger } from '@rheos/credits'
import { MemoryStore } from '@rheos/credits/memory'
import express from 'express'

const ledger = new Ledger({
  store: new MemoryStore(), // In production: new PostgresStore(pool) of @rheos/credits/postgres
  priceBook: { versions: [{ version: 1, effectiveFrom: 0, prices: { image: 5 } }] },
  now: Date.now,
  newId: randomUUID,
  openOperationsMax: 20,
  leaseMs: 60_000,
})
const accountId = 'studio'
const allowance = { credits: 12, anchor: Date.now(), pausesAtZero: true }
await ledger.setAllowance({ accountId, allowance, reason: 'sign-up' })

/** Kept by the id of the press that ordered them, so that the same press gets the same image. */
const images = new Map<string, string>()

const app = express()
app.use(express.json())

app.post('/images', async (request, response) => {
  const operationId = request.get('Idempotency-Key')
  const prompt = request.body?.prompt
  if (!operationId || typeof prompt !== 'string') {
    response.status(400).json({ error: 'Send a prompt, and an Idempotency-Key for each press.' })
    return
  }
  const operation = { accountId, operationId }
  const price = { action: 'image', quantity: 1, quote: { version: 1, credits: 5 } }
  const held = await ledger.hold({ ...operation, ...price, requestHash: prompt, actor: {} })
  if (held.kind === 'rejected') {
    response.status(402).json({ error: sentence(held) })
    return
  }
  if (held.replayed) {
    const image = images.get(operationId)
    if (image) response.json({ image })
    else response.status(409).json({ error: `This press is ${held.operation.state} already.` })
    return
  }
  const image = await drawOrRelease(operation, prompt)
  if (image === undefined) {
    response.status(502).json({ error: 'The image could not be drawn. Nothing was charged.' })
    return
  }
  // Only what is charged is delivered: the lease may have lapsed while it was drawn.
  const settled = await ledger.settle({ ...operation, quantity: 1 })
  if (settled.kind === 'rejected') {
    response.status(502).json({ error: 'The image came too late. Nothing was charged.' })
    return
  }
  images.set(operationId, image)
  response.json({ image })
})

app.get('/credits', async (_request, response) => {
  const balance = await ledger.balance(accountId)
  response.json({ available: balance?.available, held: balance?.held })
})

/** The image; or nothing, and then the credits are back. */
async function drawOrRelease(
  operation: { readonly accountId: string; readonly operationId: string },
  prompt: string,
): Promise<string | undefined> {
  try {
    await ledger.start(operation)
    return await draw(prompt)
  } catch {
    await ledger.release({ ...operation, reason: 'provider_failed' })
    return undefined
  }
}

/** Stands in for your provider. */
async function draw(prompt: string): Promise<string> {
  if (prompt.includes('impossible')) throw new Error('The provider declined the prompt.')
  return `a picture of ${prompt}`
}

function sentence(refusal: Exclude<HoldOutcome, { kind: 'held' }>): string {
  switch (refusal.reason) {
    case 'insufficient':
      return `This costs ${refusal.price} credits and you are short by ${refusal.shortBy}.`
    case 'paused':
      return `Your credits are used up until ${new Date(refusal.resetsAt).toDateString()}.`
    case 'price_changed':
      return `The price is now ${refusal.quote.credits} credits; press again to accept it.`
    default:
      return `This cannot be done now (${refusal.reason}). Nothing was charged.`
  }
}

/** What a process that died had set aside goes back when its lease lapses. */
setInterval(() => ledger.reap({ limit: 100, onLapsed: async () => {} }), 10_000).unref()

const server = app.listen(Number(process.env['PORT'] ?? 3000), () => {
  console.log(`http://localhost:${(server.address() as AddressInfo).port}`)
})
