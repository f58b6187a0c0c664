import type { SubjectKey } from './store/index.ts'

/** The queue of one pull request, of which one process at a time works off the jobs; also what its effects are kept under. */
export const laneOf = ({ repoId, number }: Pick<SubjectKey, 'repoId' | 'number'>): string => `${repoId}:pr:${number}`

const laneForm = /^(\d+):pr:(\d+)$/

/** The pull request of a lane; `null` for the lanes of repositories and installations. */
export function subjectOfLane(lane: string): SubjectKey | null {
  const match = laneForm.exec(lane)
  return match === null ? null : { repoId: match[1] ?? '', kind: 'pr', number: Number(match[2]) }
}
