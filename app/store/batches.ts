/**
 * Gathers calls that come within `gatherMs` of the first, or while another batch is under way, into one call of `work`, so
 * that they share its commit. Each caller gets the answer to its own input. A batch that fails is tried again input by
 * input, so that one bad input fails alone. `weight` and `maxWeight` bound a batch; one heavier input still goes alone.
 */
export function inBatches<I, O>(
  work: (inputs: readonly I[]) => Promise<readonly O[]>,
  { gatherMs, weight, maxWeight }: Bounds<I>,
): (input: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = []
  let running = false

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = next()
      try {
        const answers = await work(batch.map(one => one.input))
        for (const [index, one] of batch.entries()) one.resolve(answers[index] as O)
      } catch (error) {
        const [only] = batch
        if (batch.length === 1) only?.reject(error)
        else for (const one of batch) await work([one.input]).then(([answer]) => one.resolve(answer as O), one.reject)
      }
    }
    running = false
  }

  const next = (): readonly Waiting<I, O>[] => {
    let total = 0
    const end = waiting.findIndex((one, index) => {
      total += weight(one.input)
      return index > 0 && total > maxWeight
    })
    const batch = end === -1 ? waiting : waiting.slice(0, end)
    waiting = end === -1 ? [] : waiting.slice(end)
    return batch
  }

  return input =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ input, resolve, reject })
      if (running) return
      running = true
      setTimeout(() => void run(), gatherMs)
    })
}

interface Bounds<I> {
  readonly gatherMs: number
  readonly weight: (input: I) => number
  readonly maxWeight: number
}

interface Waiting<I, O> {
  readonly input: I
  readonly resolve: (answer: O) => void
  readonly reject: (error: unknown) => void
}
