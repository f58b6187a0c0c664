import type { Catalogue } from '../message.ts'

export const report = {} as const satisfies Catalogue
