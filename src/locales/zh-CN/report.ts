import type { report as en } from '../en/report.ts'
import type { Translation } from '../message.ts'

export const report: Translation<typeof en> = {}
