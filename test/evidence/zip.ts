import { crc32, deflateRawSync } from 'node:zlib'

/** One entry, and everything about it that an honest archiver would never write otherwise. */
export interface ZipEntry {
  readonly name: string | Buffer
  readonly data: Buffer
  readonly method?: 0 | 8 | 12
  readonly flags?: number
  /** Unix mode with the type of file. */
  readonly mode?: number
  readonly crc?: number
  /** What the headers claim, where that is not true. */
  readonly uncompressedSize?: number
  readonly compressedSize?: number
  readonly extra?: Buffer
}

/** A ZIP archive by hand: archivers refuse to write what these tests need. */
export function zipOf(
  entries: readonly ZipEntry[],
  end: { readonly count?: number; readonly tail?: Buffer } = {},
): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const method = entry.method ?? 8
    const packed = method === 8 ? deflateRawSync(entry.data) : entry.data
    const extra = entry.extra ?? Buffer.alloc(0)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(entry.flags ?? 0x800, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt16LE(0, 6)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(entry.crc ?? crc32(entry.data), 10)
    common.writeUInt32LE(entry.compressedSize ?? packed.length, 14)
    common.writeUInt32LE(entry.uncompressedSize ?? entry.data.length, 18)
    common.writeUInt16LE(name.length, 22)
    common.writeUInt16LE(extra.length, 24)
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, extra, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    const madeBy = Buffer.from([0x14, 0x03])
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, common, rest, name, extra]))
    local.push(header)
    offset += header.length
  }
  const directory = Buffer.concat(central)
  const tail = Buffer.alloc(22)
  tail.write('PK\x05\x06', 0, 'latin1')
  tail.writeUInt16LE(end.count ?? entries.length, 8)
  tail.writeUInt16LE(end.count ?? entries.length, 10)
  tail.writeUInt32LE(directory.length, 12)
  tail.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, tail, end.tail ?? Buffer.alloc(0)])
}

/** As `actions/upload-artifact` makes one of a single file. */
export const artifactOf = (document: string | Buffer): Buffer =>
  zipOf([{ name: 'delivery-gates-evidence.json', data: Buffer.from(document) }])
