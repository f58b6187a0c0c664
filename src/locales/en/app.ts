import type { Catalogue } from '../message.ts'

export const app = {} as const satisfies Catalogue
