import { absent, type Fact, type MeasuredCoverage, unknown } from '../../src/facts/facts.ts'
import type { CommitReports } from '../../src/github/commit.ts'
import { readEvidence } from '../../src/github/evidence.ts'
import { readOthers } from '../../src/github/evidence-document.ts'
import { type EvidenceUpload, readUpload } from '../../src/github/evidence-upload.ts'
import { message } from '../../src/locales/message.ts'
import { isAllowedWorkflow } from '../../src/oidc/workflows.ts'
import type { Policy } from '../../src/policy/schema.ts'
import type { EvidenceRow, Store } from '../store/index.ts'

/** What only CI can measure. */
export type Measured = Pick<CommitReports, 'evidence' | 'findings' | 'values'>

export interface MeasuredPlace {
  readonly repoId: string
  /** `owner/name` */
  readonly fullName: string
  readonly headSha: string
}

/**
 * What CI measured of a commit: what was handed to the App first, else what stands in check runs. Where the policy says
 * which workflows measure, check runs do not count: nobody can tell which workflow wrote them.
 */
export async function measuredAt(
  store: Pick<Store, 'evidence'>,
  { repoId, fullName, headSha }: MeasuredPlace,
  policy: Policy | null,
  inChecks: Measured,
): Promise<Measured> {
  const allowed = policy?.evidence?.workflows
  const rows = await store.evidence.of(repoId, headSha)
  const counted = rows.filter(row => isAllowedWorkflow(allowed, { workflow: row.workflow, repository: fullName }))
  const handedOver = read(counted, headSha)
  const otherwise: Measured = allowed === undefined ? inChecks : { evidence: absent, findings: absent, values: absent }
  return {
    evidence: first(handedOver.evidence, otherwise.evidence),
    findings: first(handedOver.findings, otherwise.findings),
    values: first(handedOver.values, otherwise.values),
  }
}

const first = <T>(fact: Fact<T>, otherwise: Fact<T>): Fact<T> => (fact.state === 'absent' ? otherwise : fact)

const malformed = unknown(message('unknown.malformed', { what: 'delivery-gates/evidence' }))

/** The newest word on each part. */
function read(rows: readonly EvidenceRow[], headSha: string): Measured {
  const uploads = rows.map(row => readUpload(row.document, { id: row.runId, attempt: row.attempt }))
  // Every document was read before it was kept: one that cannot be read now was damaged since.
  if (uploads.some(upload => !upload.ok)) return { evidence: malformed, findings: malformed, values: malformed }
  const read = uploads.flatMap(upload => (upload.ok ? [upload.value] : []))
  const others = readOthers(
    read.flatMap(upload => upload.others ?? []),
    headSha,
  )
  return { evidence: coverageOf(read, headSha), findings: others.findings, values: others.values }
}

function coverageOf(uploads: readonly EvidenceUpload[], headSha: string): Fact<MeasuredCoverage> {
  const [newest] = uploads.flatMap(upload => upload.coverage ?? [])
  if (newest === undefined) return absent
  const fact = readEvidence(newest, headSha)
  return fact.state === 'present' ? { state: 'present', value: fact.value.measured } : fact
}
