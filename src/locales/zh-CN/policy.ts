import type { policy as en } from '../en/policy.ts'
import type { Translation } from '../message.ts'

export const policy: Translation<typeof en> = {}
