import type { docs as en } from '../en/docs.ts'
import type { Translation } from '../message.ts'

export const docs: Translation<typeof en> = {}
