const LF = 0x0a
export const longestLine = 1 << 20

/** Cuts chunks of any size into ranges of whole lines: no line is copied but the one that two chunks share. */
export class WholeLines {
  /** Called with ranges whose last byte is a line end. */
  private readonly read: (bytes: Uint8Array, start: number, end: number) => void
  /** The start of a line whose end has not come yet. */
  private carry = new Uint8Array(256)
  private carried = 0

  constructor(read: (bytes: Uint8Array, start: number, end: number) => void) {
    this.read = read
  }

  /** Bytes of a last line without a line end. */
  get rest(): number {
    return this.carried
  }

  /** False: a line is too long. */
  push(chunk: Uint8Array): boolean {
    const whole = chunk.lastIndexOf(LF) + 1
    if (whole === 0) return this.keep(chunk, 0, chunk.length)
    const first = chunk.indexOf(LF) + 1
    if (!this.keep(chunk, 0, first)) return false
    const joined = this.carried
    this.carried = 0
    this.read(this.carry, 0, joined)
    this.read(chunk, first, whole)
    return this.keep(chunk, whole, chunk.length)
  }

  /** After the last chunk: reads a last line that has no line end. */
  finish(): void {
    if (this.carried > 0) this.push(Uint8Array.of(LF))
  }

  private keep(chunk: Uint8Array, start: number, end: number): boolean {
    const length = this.carried + end - start
    if (length > longestLine) return false
    if (length > this.carry.length) {
      const larger = new Uint8Array(Math.max(length, this.carry.length * 2))
      larger.set(this.carry)
      this.carry = larger
    }
    this.carry.set(chunk.subarray(start, end), this.carried)
    this.carried = length
    return true
  }
}
