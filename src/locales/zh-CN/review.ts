import type { review as en } from '../en/review.ts'
import type { Translation } from '../message.ts'

export const review: Translation<typeof en> = {}
