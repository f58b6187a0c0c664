import type { action as en } from '../en/action.ts'
import type { Translation } from '../message.ts'

export const action: Translation<typeof en> = {}
