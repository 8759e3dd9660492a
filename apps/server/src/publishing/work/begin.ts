import { Refusal } from '../../refusal.ts'
import { readTargets, rememberFrozen } from '../deliveries/frozen-targets.ts'
import { writeTargets } from '../deliveries/open-deliveries.ts'
import { mayBeThere } from '../law/target.ts'
import type { DeliveryWork } from './delivery-work.ts'
import { fail } from './endings.ts'

/**
 * Takes in what changed since the delivery was last looked at: a post that is gone, an edit, a plan, a
 * worker that died. False: there is nothing more to do.
 */
export async function begin(work: DeliveryWork): Promise<boolean> {
  const { post } = work.claimed
  const { postRevision, watermark } = work.delivery
  if (work.targets.some(mayBeThere)) {
    await inheritDoubt(work)
    return true
  }
  if (post === undefined) {
    await work.write({ state: 'dropped', nextAt: null, ended: true, events: [{ kind: 'dropped' }] })
    return false
  }
  const isStale = post.revision !== postRevision || post.watermark !== watermark
  return isStale ? freezeAnew(work, post.watermark) : true
}

/** Whoever worked on it died while calling: nobody knows whether the call worked (D3). */
async function inheritDoubt(work: DeliveryWork): Promise<void> {
  const left = work.targets.find(({ state }) => state === 'committing')
  if (left === undefined) return
  const { index } = left
  await work.write({
    state: 'unconfirmed',
    target: { index, change: { state: 'unconfirmed' } },
    events: [{ kind: 'worker_lost', target: index }],
  })
}

/** What goes out is the post as it is now (D16). */
async function freezeAnew(work: DeliveryWork, watermark: boolean): Promise<boolean> {
  const { workspaceId, postId, network, id, dueAt } = work.delivery
  const { database, freeze, newId } = work.tools
  try {
    const frozen = await freeze({ workspaceId, postId, network, watermark })
    const mint = () => work.adapter.mintKey({ id: newId(), at: dueAt })
    await database.transaction(async (tx) => {
      await work.lease.writeWithin(tx, { events: [{ kind: 'changed' }] }, work.now())
      await writeTargets(tx, { workspaceId, id }, frozen, mint, work.now())
      await rememberFrozen(tx, { workspaceId, id }, frozen)
    })
    work.replaceTargets(await readTargets(database, { workspaceId, id }))
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await fail(work, 0, { code: 'not_ready', detail: error.detail, action: 'edit' })
    return false
  }
}
