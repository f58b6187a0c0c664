import type { Catalogue } from '../message.ts'

export const review = {} as const satisfies Catalogue
