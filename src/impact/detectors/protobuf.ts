import type { Detector } from '../model.ts'
import { isShipped } from '../paths.ts'
import { readProtobuf } from '../readers/protobuf.ts'
import { compareSurfaces } from '../surface.ts'

/** Services, messages, fields and enums of `.proto` files; those of other people that lie in the repository are not ours. */
export const protobuf: Detector = {
  concerns: path =>
    path.endsWith('.proto') && isShipped(path) && !/(?:^|\/)(?:google|gogoproto|validate|buf)\//.test(path),
  detect: change =>
    change.before === change.after
      ? []
      : compareSurfaces(change, readProtobuf(change.before ?? ''), readProtobuf(change.after ?? '')),
}
