import type { Histogram, Registry } from './registry.ts'

/** Time for one look through all chains, rests included, by what it found. */
export const verificationSeconds = ({ histogram }: Registry): Histogram =>
  histogram(
    'delivery_gates_ledger_verification_seconds',
    'Time for verifying all ledgers once, rests included.',
    [0.1, 1, 10, 60, 300, 1800],
  )
