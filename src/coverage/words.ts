/** Finds a word of a short list by its bytes; open addressing over the hash that the tokenizer computes anyway. */
export class Words {
  private readonly words: readonly Uint8Array[]
  private readonly table = new Int16Array(256).fill(-1)

  constructor(words: readonly string[]) {
    this.words = words.map(word => new TextEncoder().encode(word))
    this.words.forEach((word, index) => {
      let slot = word.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0) & 255
      while (this.table[slot] !== -1) slot = (slot + 1) & 255
      this.table[slot] = index
    })
  }

  find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    for (let slot = hash & 255; ; slot = (slot + 1) & 255) {
      const index = this.table[slot] ?? -1
      if (index < 0) return -1
      const word = this.words[index]
      if (word === undefined || word.length !== end - start) continue
      let at = 0
      while (at < word.length && word[at] === bytes[start + at]) at++
      if (at === word.length) return index
    }
  }
}
