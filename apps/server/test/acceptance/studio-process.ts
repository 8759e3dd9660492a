import { startServerProcess } from '../server-process.ts'

/** The whole server as a process of its own, so that it can be killed. */
export interface StudioProcess {
  readonly url: string
  /** As the power cut does. */
  kill(): Promise<void>
  /** As the operator does. */
  stop(): Promise<void>
}

export async function startStudioProcess(
  environment: Readonly<Record<string, string>>,
): Promise<StudioProcess> {
  const server = startServerProcess({ LOG_LEVEL: 'warn', PORT: '0', ...environment })
  await server.ready
  const end = async (signal: NodeJS.Signals) => {
    server.child.kill(signal)
    await server.ended
  }
  return {
    url: /Rheos is ready: (\S+)/.exec(server.stdout())?.[1] ?? '',
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
