import type { Catalogue } from '../message.ts'

export const coverage = {} as const satisfies Catalogue
