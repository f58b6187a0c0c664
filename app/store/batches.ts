/**
 * Gathers calls into one call of `work`, so that they share its commit: those that come while another batch is under way,
 * and those that follow each other without a pause. Each caller gets the answer to its own input. A batch that fails is
 * tried again input by input, so that one bad input fails alone. One input heavier than `maxWeight` still goes alone.
 */
export function inBatches<I, O>(
  work: (inputs: readonly I[]) => Promise<readonly O[]>,
  { pauseMs, longestMs, weight, maxWeight }: Bounds<I>,
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

  const afterPause = (lastMs: number): void => {
    const known = waiting.length
    setTimeout(() => {
      if (waiting.length > known && performance.now() < lastMs) afterPause(lastMs)
      else void run()
    }, pauseMs)
  }

  return input =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ input, resolve, reject })
      if (running) return
      running = true
      afterPause(performance.now() + longestMs)
    })
}

interface Bounds<I> {
  /** A batch begins when nothing came for so long, */
  readonly pauseMs: number
  /** or when its first input has waited for so long. */
  readonly longestMs: number
  readonly weight: (input: I) => number
  /** Of a batch. */
  readonly maxWeight: number
}

interface Waiting<I, O> {
  readonly input: I
  readonly resolve: (answer: O) => void
  readonly reject: (error: unknown) => void
}
