import type { CoverageFormat } from '../format.ts'
import { clover } from './clover.ts'
import { cobertura } from './cobertura.ts'
import { coveragePy } from './coverage-py.ts'
import { gcov } from './gcov.ts'
import { gcovr } from './gcovr.ts'
import { go } from './go.ts'
import { istanbul } from './istanbul.ts'
import { istanbulSummary } from './istanbul-summary.ts'
import { jacoco } from './jacoco.ts'
import { lcov } from './lcov.ts'
import { llvmCov } from './llvm-cov.ts'
import { opencover } from './opencover.ts'
import { simplecov } from './simplecov.ts'
import { xccov } from './xccov.ts'

/** Every format, in the order in which detection asks them. Adding one is one file and one line here. */
export const formats = {
  lcov,
  clover,
  cobertura,
  jacoco,
  opencover,
  go,
  istanbul,
  'istanbul-summary': istanbulSummary,
  simplecov,
  'coverage-py': coveragePy,
  gcov,
  gcovr,
  'llvm-cov': llvmCov,
  xccov,
} as const satisfies Record<string, CoverageFormat>

export type FormatId = keyof typeof formats
export const formatIds = Object.keys(formats) as readonly FormatId[]
