import type { Detector } from '../model.ts'
import { isShipped } from '../paths.ts'
import { readGraphql } from '../readers/graphql.ts'
import { compareSurfaces } from '../surface.ts'

/** The schema that a server offers, in GraphQL's own language. */
export const graphql: Detector = {
  concerns: path =>
    /\.(?:graphqls?|gql|sdl)$/.test(path) && isShipped(path) && !/__generated__|\/generated\//.test(path),
  detect: change =>
    change.before === change.after
      ? []
      : compareSurfaces(change, readGraphql(change.before ?? ''), readGraphql(change.after ?? '')),
}
