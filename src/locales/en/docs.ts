import type { Catalogue } from '../message.ts'

export const docs = {} as const satisfies Catalogue
