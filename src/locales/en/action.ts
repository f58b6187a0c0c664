import type { Catalogue } from '../message.ts'

export const action = {} as const satisfies Catalogue
