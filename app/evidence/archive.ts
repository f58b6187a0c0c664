import { crc32 } from 'node:zlib'
import { type Entry, fromBuffer, validateFileName, type ZipFile } from 'yauzl'
import { err, ok, type Result } from '../../src/result.ts'

/** What an archive may be like, however it claims to be. */
export interface ArchiveLimits {
  /** Entries of the directory. More than one is refused anyway, but not looked at beyond this. */
  readonly entries: number
  /** Bytes of the file, unpacked. */
  readonly bytes: number
  /** Unpacked bytes for each packed one. */
  readonly ratio: number
}

/** Rows of security.md T-53. */
export const archiveLimits: ArchiveLimits = { entries: 1_000, bytes: 100 * 1024 * 1024, ratio: 100 }

/**
 * The one file of an archive that a stranger made, in memory: nothing is ever written under a name of theirs. The error
 * says which rule the archive breaks.
 */
export async function readOnlyFile(
  zip: Buffer,
  limits: ArchiveLimits = archiveLimits,
): Promise<Result<Buffer, string>> {
  try {
    return await openArchive(zip, archive => onlyFile(zip, archive, limits))
  } catch {
    return err('it is no archive that can be read')
  }
}

async function openArchive<T>(zip: Buffer, use: (archive: ZipFile) => Promise<T>): Promise<T> {
  const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, autoClose: false } as const
  const archive = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(zip, options, (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  try {
    return await use(archive)
  } finally {
    archive.close()
  }
}

const endOfDirectory = Buffer.from('PK\x05\x06', 'latin1')

async function onlyFile(zip: Buffer, archive: ZipFile, limits: ArchiveLimits): Promise<Result<Buffer, string>> {
  if (archive.entryCount > limits.entries) return err(`it has ${archive.entryCount} entries`)
  const entries = await listed(archive)
  const [entry] = entries
  if (entry === undefined || entries.length > 1) return err(`it has ${entries.length} entries, not one file`)
  // More entries than it tells of, or the records of a 64-bit archive, lie in between.
  if (Number(archive.readEntryCursor) !== zip.lastIndexOf(endOfDirectory)) return err('it has more than it tells of')
  const problem = oddityOf(entry, limits)
  return problem === null ? unpack(archive, entry) : err(problem)
}

function listed(archive: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    archive.on('entry', (entry: Entry) => {
      entries.push(entry)
      archive.readEntry()
    })
    archive.once('end', () => resolve(entries))
    archive.once('error', reject)
    archive.readEntry()
  })
}

const fileTypeMask = 0o170000
const regularFile = 0o100000
const zip64Field = 0x0001
const stored = 0
const deflated = 8

/** Why this entry is not a plain small file; `null`: it is. */
function oddityOf(entry: Entry, limits: ArchiveLimits): string | null {
  const { fileName, uncompressedSize, compressedSize, compressionMethod } = entry
  if (validateFileName(fileName) !== null || fileName.endsWith('/') || /[\0\\]/.test(fileName))
    return 'the name of its entry leads elsewhere'
  const type = (entry.externalFileAttributes >>> 16) & fileTypeMask
  if (type !== 0 && type !== regularFile) return 'its entry is no regular file'
  if (entry.isEncrypted()) return 'its entry is encrypted'
  if (compressionMethod !== stored && compressionMethod !== deflated) return 'its entry is packed in an unusual way'
  if (entry.extraFields.some(field => field.id === zip64Field)) return 'its entry has sizes of 64 bits'
  if (uncompressedSize > limits.bytes) return `its file has ${uncompressedSize} bytes`
  if (uncompressedSize > limits.ratio * Math.max(compressedSize, 1)) return 'its file is packed too densely'
  return null
}

/** No more than the entry announces: what goes on is an error of the stream. */
async function unpack(archive: ZipFile, entry: Entry): Promise<Result<Buffer, string>> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    archive.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  const file = Buffer.concat(chunks)
  if (file.length !== entry.uncompressedSize || crc32(file) !== entry.crc32) return err('its file is damaged')
  return ok(file)
}
