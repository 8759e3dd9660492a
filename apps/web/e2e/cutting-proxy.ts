import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A line to a server that can be cut. */
export interface CuttingProxy {
  readonly url: string
  /**
   * Cuts the next connection that carries so many bytes to the server from now on, once; where it is to stay
   * broken, all others too, and takes no new ones until {@link mend}.
   */
  cutAfter(bytes: number, options?: { readonly staysBroken: boolean }): void
  mend(): void
  /** How often it has cut. */
  readonly cuts: number
  close(): void
}

export async function startCuttingProxy(url: string): Promise<CuttingProxy> {
  const { port, hostname } = new URL(url)
  const open = new Set<Socket>()
  const state = {
    cutAfter: Number.POSITIVE_INFINITY,
    staysBroken: false,
    broken: false,
    cuts: 0,
    asked: 0,
  }
  const server = createServer((client) => {
    if (state.broken) {
      client.destroy()
      return
    }
    const upstream = connect(Number(port), hostname)
    let carried = 0
    let since = state.asked
    open.add(client)
    client.on('data', (bytes) => {
      // A connection that is used again starts to count when the cut is asked for.
      if (since !== state.asked) carried = 0
      since = state.asked
      // No more than that, however much came at once.
      const arriving = bytes.subarray(0, state.cutAfter - carried)
      carried += arriving.byteLength
      upstream.write(arriving)
      if (carried < state.cutAfter) return
      state.cutAfter = Number.POSITIVE_INFINITY
      state.cuts += 1
      state.broken = state.staysBroken
      for (const socket of state.broken ? [...open] : [client]) socket.destroy()
    })
    client.on('close', () => {
      open.delete(client)
      // What was carried until then arrives.
      upstream.end()
    })
    upstream.on('data', (bytes) => client.write(bytes))
    upstream.on('close', () => client.destroy())
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cutAfter: (bytes, options) => {
      state.cutAfter = bytes
      state.asked += 1
      state.staysBroken = options?.staysBroken ?? false
    },
    mend: () => {
      state.broken = false
    },
    get cuts() {
      return state.cuts
    },
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}
