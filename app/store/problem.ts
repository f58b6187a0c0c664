/** The database cannot be used; the message tells the operator what to do. */
export class StoreProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreProblem'
  }
}
