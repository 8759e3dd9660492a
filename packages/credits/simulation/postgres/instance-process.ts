import { ChildInstance } from './child-instance.ts'
import { machineTime } from './machine-time.ts'
import type { Saying, Telling } from './messages.ts'

/** The program of a process. It lives until it is killed or left. */
let instance: ChildInstance | undefined

process.on('message', (saying: Saying) => {
  void hear(saying)
})
process.on('disconnect', () => process.exit())

async function hear(saying: Saying): Promise<void> {
  if (saying.type === 'open') {
    instance = new ChildInstance(saying.opening, tellStep)
    tell({ type: 'opened' })
  }
  if (!instance) throw new Error('A process is opened before it is asked.')
  if (saying.type === 'ask') {
    const { id, asked } = saying
    tell({ type: 'reply', id, reply: await instance.ask(asked) })
  }
  if (saying.type === 'turn clock') instance.clock.turnTo(saying.now)
  if (saying.type === 'end faults') instance.faults.end()
  if (saying.type === 'close') {
    await instance.close()
    tell({ type: 'closed', faults: instance.faults.total })
  }
}

function tellStep(what: string): void {
  tell({ type: 'step', at: machineTime(), what })
}

function tell(telling: Telling): void {
  process.send?.(telling)
}
