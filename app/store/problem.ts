import type { Message } from '../../src/locales/message.ts'
import { OperatorProblem } from '../problem.ts'

/** The database cannot be used; the messages tell the operator what to do. */
export class StoreProblem extends OperatorProblem {
  constructor(told: Message | readonly Message[], options?: ErrorOptions) {
    super('code' in told ? [told] : told, options)
    this.name = 'StoreProblem'
  }
}
