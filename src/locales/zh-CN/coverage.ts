import type { coverage as en } from '../en/coverage.ts'
import type { Translation } from '../message.ts'

export const coverage: Translation<typeof en> = {}
