/** An answer of GitHub that is not a success, raised where the rule is and turned into HTTP or a GraphQL error at the edge. */
export class ApiError extends Error {
  readonly status: number
  readonly errors: readonly unknown[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    extra: { readonly errors?: readonly unknown[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message)
    this.status = status
    this.errors = extra.errors
    this.headers = extra.headers ?? {}
  }
}

export function notFound(): ApiError {
  return new ApiError(404, 'Not Found')
}

export function forbidden(message = 'Resource not accessible by integration'): ApiError {
  return new ApiError(403, message)
}

export function unprocessable(message: string, errors?: readonly unknown[]): ApiError {
  return new ApiError(422, message, errors === undefined ? {} : { errors })
}
