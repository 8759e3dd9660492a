/** Milliseconds by a clock that only goes on, and that all processes of the machine have in common. */
export function machineTime(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
