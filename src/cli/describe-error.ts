import { GriotError } from '../util/error.ts'

/** What the user reads about an error, and the exit code: 2 for the user's mistake, 1 for everything else. */
export interface ErrorDescription {
  text: string
  exitCode: 1 | 2
}

/** Turns anything thrown into sentences; a stack is shown for bugs alone, and only when GRIOT_DEBUG is set. */
export function describeError(error: unknown, env: NodeJS.ProcessEnv): ErrorDescription {
  if (error instanceof GriotError) {
    const sentences = [error.message, causeMessage(error.cause), error.hint].filter(part => part !== undefined)
    return { text: sentences.map(endSentence).join(' '), exitCode: error.exitCode }
  }
  if (env.GRIOT_DEBUG && error instanceof Error) return { text: error.stack ?? error.message, exitCode: 1 }
  const what = error instanceof Error ? error.message : String(error)
  return {
    text: `This is a fault in Griot itself: ${endSentence(what)} Please report it with the command that you typed; GRIOT_DEBUG=1 shows where it happened.`,
    exitCode: 1,
  }
}

function causeMessage(cause: unknown): string | undefined {
  return cause instanceof Error ? cause.message : undefined
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
