import { type DestinationStream, type Logger, pino } from 'pino'

/** The log: one line of JSON for each event. What people wrote stays out of it. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: errorLine } }
  return destination === undefined ? pino(options) : pino(options, destination)
}

interface ErrorLine {
  readonly type: string
  readonly message: string
  readonly code?: unknown
  readonly stack?: string | undefined
  readonly cause?: ErrorLine
}

/** A failed statement carries its parameters in its message and its row in its details. */
export function errorLine(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  return {
    type: error.name,
    message: withoutParameters(error.message),
    ...('code' in error && { code: error.code }),
    stack: error.stack === undefined ? undefined : withoutParameters(error.stack),
    ...(error.cause !== undefined && { cause: errorLine(error.cause) }),
  }
}

function withoutParameters(text: string): string {
  return text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, '')
}
