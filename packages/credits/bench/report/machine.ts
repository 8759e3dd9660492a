import { statfsSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'

/** What the figures were measured on; they mean nothing without it. */
export interface Machine {
  readonly cores: number
  readonly cpu: string
  readonly memoryBytes: number
  readonly system: string
  readonly node: string
  readonly postgres: string
  /** In a file system in memory a commit waits for no disk, and no figure means anything. */
  readonly isDiskInMemory: boolean
  /** Processes that ran or wanted to, in the minute before. */
  readonly loadBefore: number
}

const TMPFS = 0x0102_1994

export function machineWith(postgres: string, folder: string): Machine {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    memoryBytes: totalmem(),
    system: `${platform()} ${release()}`,
    node: process.versions.node,
    postgres,
    isDiskInMemory: statfsSync(folder).type === TMPFS,
    loadBefore: loadavg()[0] ?? 0,
  }
}
