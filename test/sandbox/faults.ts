export interface Fault {
  /** Operation ids: `checks/create`, `graphql:mutation:addComment`. A string must match whole; a function is asked at each call. */
  readonly match: string | RegExp | ((operation: string) => boolean)
  /** How often it strikes; without it, until removed. */
  readonly times?: number
  /**
   * `lag`: lists do not show yet what is younger than `delayMs`. `slow`: the answer takes `delayMs` longer.
   * `reset-after` and `truncated-json` do the work first; `status`, `html` and `secondary-limit` only with `after`.
   */
  readonly kind:
    | 'status'
    | 'reset-before'
    | 'reset-after'
    | 'hang'
    | 'html'
    | 'truncated-json'
    | 'slow'
    | 'secondary-limit'
    | 'lag'
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly delayMs?: number
  readonly after?: boolean
}

export interface FaultHandle {
  readonly hits: number
  remove(): void
}

export class Faults {
  readonly #active: { readonly fault: Fault; left: number; hits: number }[] = []

  add(fault: Fault): FaultHandle {
    const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY, hits: 0 }
    this.#active.push(entry)
    return {
      get hits() {
        return entry.hits
      },
      remove: () => {
        entry.left = 0
      },
    }
  }

  clear(): void {
    this.#active.length = 0
  }

  /** The faults that strike this operation, the first one that ends it last. */
  take(operation: string): readonly Fault[] {
    const struck: Fault[] = []
    for (const entry of this.#active) {
      const { match, kind } = entry.fault
      if (entry.left <= 0 || !strikes(match, operation)) continue
      entry.left -= 1
      entry.hits += 1
      struck.push(entry.fault)
      if (kind !== 'slow' && kind !== 'lag') break
    }
    return struck
  }
}

function strikes(match: Fault['match'], operation: string): boolean {
  if (typeof match === 'string') return match === operation
  return typeof match === 'function' ? match(operation) : match.test(operation)
}
