/** Our own check, commit status, and what their names begin with. */
export const ownCheckName = 'delivery-gates'

/** Check run that carries what CI measured of coverage; written by the Action, read by the App and by later pull requests. */
export const evidenceCheckName = 'delivery-gates/coverage'

/** Check run that carries everything else that CI measured: findings, budgets, cells of a matrix. */
export const measuredCheckName = 'delivery-gates/evidence'

/** Slug of the GitHub App behind GITHUB_TOKEN: only its check runs count as evidence. */
export const actionsAppSlug = 'github-actions'

const account =
  'fragment account on Actor { __typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId } }'

const evidence = `fragment evidence on Commit {
  oid
  checkSuites(first: 10, filterBy: { checkName: $checkName }) {
    nodes { app { slug } checkRuns(first: 20, filterBy: { checkName: $checkName }) { nodes { databaseId status text } } }
  }
  measuredSuites: checkSuites(first: 10, filterBy: { checkName: $measuredName }) {
    nodes { app { slug } checkRuns(first: 20, filterBy: { checkName: $measuredName }) { nodes { databaseId status text } } }
  }
}`

/** Beside evidence, what reported on a commit and where it was deployed. */
const reported = `fragment reported on Commit {
  rollup: statusCheckRollup { contexts(first: 100) { ...contexts } }
  deployments(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
    totalCount
    nodes { environment latestEnvironment commitOid createdAt creator { ...account } latestStatus { state createdAt } }
  }
}`

const contexts = `fragment contexts on StatusCheckRollupContextConnection {
  totalCount pageInfo { hasNextPage endCursor }
  nodes {
    __typename
    ... on CheckRun {
      databaseId name status conclusion startedAt completedAt url
      checkSuite { createdAt app { databaseId slug } workflowRun { event workflow { name } } }
    }
    ... on StatusContext { context state createdAt targetUrl creator { ...account } }
  }
}`

const linkedIssue = `fragment linkedIssue on Issue {
  number title body state milestone { title } repository { name owner { login } }
  labels(first: 100) { totalCount nodes { name } }
}`

const entry =
  'fragment entry on TreeEntry { mode type size object { __typename ... on Blob { oid text byteSize isBinary isTruncated } } }'

const commitNode = `fragment commitNode on PullRequestCommit {
  commit {
    oid
    author { name email user { login databaseId } }
    committer { name email user { login databaseId } }
    authors(first: 20) { totalCount nodes { name email user { login databaseId } } }
    signature { isValid wasSignedByGitHub }
    parents(first: 3) { totalCount nodes { oid } }
  }
}`

const reviewNode =
  'fragment reviewNode on PullRequestReview { fullDatabaseId state submittedAt createdAt commit { oid } author { ...account } }'

/**
 * Everything about a pull request that one GraphQL read can give. `policy1` and `policy2` are the two spellings of the
 * policy's path, each at the tip of the base branch and at the head.
 */
export const pullRequestQuery = `query PullRequestFacts($owner: String!, $name: String!, $number: Int!, $policy1: String!, $policy2: String!, $checkName: String!, $measuredName: String!) {
  repository(owner: $owner, name: $name) {
    id databaseId name isPrivate owner { login }
    pullRequest(number: $number) {
      id number title body url state isDraft isCrossRepository createdAt
      author { ...account }
      baseRefName baseRefOid headRefOid changedFiles additions deletions
      baseRef {
        target {
          oid
          ... on Commit {
            policy1: file(path: $policy1) { ...entry }
            policy2: file(path: $policy2) { ...entry }
            history(first: 20) { nodes { ...evidence } }
          }
        }
      }
      head: commits(last: 1) {
        nodes { commit { ...evidence ...reported policy1: file(path: $policy1) { ...entry } policy2: file(path: $policy2) { ...entry } } }
      }
      labels(first: 100) { totalCount nodes { name } }
      milestone { title }
      linked: closingIssuesReferences(first: 50) { totalCount nodes { ...linkedIssue } }
      commits(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { ...commitNode } }
      reviews(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewNode } }
      reviewRequests(first: 100) {
        totalCount
        nodes { requestedReviewer { __typename ... on User { login databaseId } ... on Team { databaseId combinedSlug } } }
      }
    }
  }
}
${account}
${evidence}
${reported}
${contexts}
${linkedIssue}
${entry}
${commitNode}
${reviewNode}`

/** The commit that a merge queue tests. */
export const groupQuery = `query MergeGroup($owner: String!, $name: String!, $head: GitObjectID!, $base: GitObjectID!, $policy1: String!, $policy2: String!, $checkName: String!, $measuredName: String!) {
  repository(owner: $owner, name: $name) {
    id
    head: object(oid: $head) { ... on Commit { ...evidence ...reported } }
    base: object(oid: $base) { ... on Commit { policy1: file(path: $policy1) { ...entry } policy2: file(path: $policy2) { ...entry } } }
  }
}
${account}
${evidence}
${reported}
${contexts}
${entry}`

/** What our comments say now, by their ids. */
export const commentBodiesQuery =
  'query CommentBodies($ids: [ID!]!) { nodes(ids: $ids) { ... on IssueComment { id body } } }'

export const moreChecksQuery = `query MoreChecks($owner: String!, $name: String!, $oid: GitObjectID!, $after: String!) {
  repository(owner: $owner, name: $name) {
    object(oid: $oid) { ... on Commit { rollup: statusCheckRollup { contexts(first: 100, after: $after) { ...contexts } } } }
  }
}
${account}
${contexts}`

export const moreCommitsQuery = `query MoreCommits($owner: String!, $name: String!, $number: Int!, $after: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      commits(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...commitNode } }
    }
  }
}
${commitNode}`

export const moreReviewsQuery = `query MoreReviews($owner: String!, $name: String!, $number: Int!, $after: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviews(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewNode } }
    }
  }
}
${account}
${reviewNode}`

/** Our own comments and checks on a pull request: asked before creating again what an earlier try may have created. */
export const ownOutputQuery = `query OwnOutput($owner: String!, $name: String!, $number: Int!, $checkName: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      oldest: comments(first: 100) { nodes { ...own } }
      newest: comments(last: 100) { nodes { ...own } }
      commits(last: 1) {
        nodes {
          commit {
            oid
            checkSuites(first: 20, filterBy: { checkName: $checkName }) {
              nodes { app { slug } checkRuns(first: 20, filterBy: { checkName: $checkName }) { nodes { id databaseId externalId } } }
            }
          }
        }
      }
    }
  }
}
fragment own on IssueComment { id fullDatabaseId viewerDidAuthor body }`
