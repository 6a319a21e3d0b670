/** Facts about a {@link GriotError} beyond its message. */
interface GriotErrorOptions {
  /** How the reader of the message can mend it, one sentence. */
  hint?: string
  /** The error of the outside world behind this one; its presence makes it the world's fault. */
  cause?: unknown
}

/**
 * An error that is nobody's bug. Without `cause` it is the user's mistake (exit code 2, HTTP 400);
 * with `cause` it is the world's fault: disk, network, database (exit code 1, HTTP 503).
 */
export class GriotError extends Error {
  override readonly name = 'GriotError'
  /** A stable kebab-case identifier such as `file-missing`. */
  readonly code: string
  /** How to mend it, one sentence, or undefined. */
  readonly hint: string | undefined

  constructor(code: string, message: string, options: GriotErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.hint = options.hint
  }

  /** 2 for the user's mistake, 1 for the world's fault. */
  get exitCode(): 1 | 2 {
    return 'cause' in this ? 1 : 2
  }
}
