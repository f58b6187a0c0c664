import type { CoverageFormat } from '../format.ts'
import { clover } from './clover.ts'
import { cobertura } from './cobertura.ts'
import { go } from './go.ts'
import { jacoco } from './jacoco.ts'
import { lcov } from './lcov.ts'

/** Every format, in the order in which detection asks them. Adding one is one file and one line here. */
export const formats = { lcov, clover, cobertura, jacoco, go } as const satisfies Record<string, CoverageFormat>

export type FormatId = keyof typeof formats
export const formatIds = Object.keys(formats) as readonly FormatId[]
