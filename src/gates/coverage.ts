import { z } from 'zod'
import { defineGate } from '../gate.ts'
import { message } from '../locales/message.ts'
import { globs, percent } from '../policy/fields.ts'

export const coverage = defineGate({
  id: 'coverage',
  measuredBy: 'github',
  needs: [],
  triggers: [],
  options: z.strictObject({
    project: z.strictObject({ min: percent, max_drop: percent.optional() }).optional(),
    patch: z.strictObject({ min: percent, min_lines: z.int().min(0).default(0) }).optional(),
    exclude: globs.optional(),
  }),
  evaluate: () => ({ status: 'skipped', summary: message('report.crashed', { gate: 'coverage' }) }),
})
