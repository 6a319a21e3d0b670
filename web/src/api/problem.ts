/** What the server says where it cannot do what was asked (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  /** The mend, where there is one. */
  readonly hint: string | null

  constructor(status: number, code: string, message: string, hint: string | null) {
    super(message)
    this.status = status
    this.code = code
    this.hint = hint
  }
}

/** The problem that an answer tells of. */
export async function toProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null)
  const { code, title, detail, hint } = (body ?? {}) as Partial<Record<'code' | 'title' | 'detail' | 'hint', string>>
  return new ApiProblem(response.status, code ?? 'unknown', detail ?? title ?? response.statusText, hint ?? null)
}
