import { latin1 } from '../bytes.ts'
import type { CoverageFormat } from '../format.ts'
import { GcovFiles, gcovPlaces } from '../gcov-files.ts'
import { jsonReader } from '../json-reader.ts'

/**
 * `gcov --json-format`, unpacked: one document for each object file, with or without a line end behind it.
 *
 *     report   = 1*( document )
 *     document = { format_version, gcc_version, data_file, current_working_directory, files: … }
 *
 * The files are those of `GcovFiles`, their paths relative to `current_working_directory`. A function is one per symbol:
 * two instances of a template are two functions over the same lines. Documents that were cut between two of them
 * cannot be told from whole ones.
 */
export const gcov: CoverageFormat = {
  id: 'gcov',
  title: 'gcov JSON',
  writtenBy: 'gcov --json-format (GCC 9 and newer)',
  places: ['coverage/gcov.json'],
  counts: ['branches', 'functions'],
  detect: head => {
    const text = latin1(head)
    const isWritten = /"(?:gcc_version|data_file|unexecuted_block|blocks_executed)"\s*:/.test(text)
    return text.startsWith('{') && isWritten && !text.includes('"gcovr/')
  },
  reader: () => jsonReader(gcovPlaces, (json, report) => new GcovFiles(json, report, 'gcov'), true),
}
