import type { Catalogue } from '../message.ts'

export const policy = {} as const satisfies Catalogue
