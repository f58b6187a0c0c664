/** Branches that the pull request may be against. */
export type Base = 'main' | 'release'
export const items = ['rollback', 'guide', 'plan'] as const
export type Item = (typeof items)[number]
export const people = ['li-wei', 'mei', 'ana'] as const
export type Person = (typeof people)[number]
export type Via = 'command' | 'tick' | 'button' | 'review'

/** One version of the policy. */
export interface PolicyVersion {
  /** Number in the text of `rollback`: another one is another question. */
  readonly wording: number
  readonly broken: boolean
}

/** What a commit of the branch holds, and who made the pull request at that commit. */
export interface Head {
  readonly replicas: number
  readonly contributors: ReadonlySet<string>
}

/** What a person did on GitHub, for which a webhook is under way. */
export type News =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'labelled' }
  | { readonly kind: 'people' }
  | { readonly kind: 'policy'; readonly base: Base }
  | { readonly kind: 'deleted'; readonly comment: number }
  | { readonly kind: 'edited'; readonly comment: number }
  | (Wish & { readonly kind: 'sign' | 'revoke' })

export interface Wish {
  readonly by: string
  /** Empty: whatever the person may. */
  readonly items: readonly Item[]
  readonly via: Via
  /** What the person was shown; `undefined`: what the App had published when the wish came in. */
  readonly seen?: string | undefined
  /** The comment that was ticked, the check that was pressed. */
  readonly place?: number
  /** Of two comments, the one with the higher number was written later. */
  readonly order?: number
  /** Pressed while the pull request was closed or its head another one: the webhook names none. */
  readonly orphan?: boolean
}

interface SignOff {
  readonly item: Item
  readonly by: string
  readonly head: string
  readonly base: Base
  readonly wording: number
  readonly replicas: number
}

/** Who is in a team may be known from so long ago, where no webhook told otherwise. */
const directoryAge = 5 * 60 * 1000

/**
 * One pull request's life in plain words: what is true on GitHub, what the App can know of it, and what must follow.
 *
 * A person's last word stands, whatever the order in which two comments arrive. A sign-off is accepted when the person is in the role, did not contribute, and had been shown the head as it is now.
 * It holds as long as the person is in the role and no contributor, the base branch and the question are the same, and
 * the head is the same or, for a question about files, these files are. The check is a success when every question
 * that applies has one that holds; a policy that cannot be read is a failure; everything else waits.
 */
export class Life {
  readonly heads = new Map<string, Head>()
  head = ''
  base: Base = 'main'
  readonly policies: Record<Base, PolicyVersion> = {
    main: { wording: 0, broken: false },
    release: { wording: 0, broken: false },
  }
  readonly members = new Set<string>(['li-wei', 'mei'])
  risky = false
  open = true
  now = 0

  /** Head for which comment and check were written last. */
  published: string | null = null
  comment: number | null = null
  check: number | null = null
  #directory: { readonly members: ReadonlySet<string>; readonly at: number } | null = null
  #watchesLabels = true
  #knownBase: Base = 'main'
  #knownOpen = true
  #knownHead = ''

  readonly #words: (Wish & { readonly kind: 'sign' | 'revoke' })[] = []

  /** Decisions in their order, as the ledger must hold them. */
  readonly ledger: string[] = []
  #standing: readonly SignOff[] = []

  /** The App looks at the pull request. */
  look(): void {
    const policy = this.policies[this.base]
    this.#knownBase = this.base
    this.#knownOpen = this.open
    this.#knownHead = this.head
    this.#watchesLabels = !policy.broken
    if (!policy.broken && (this.#directory === null || this.now - this.#directory.at >= directoryAge)) {
      this.#directory = { members: new Set(this.members), at: this.now }
    }
    if (this.open) this.published = this.head
  }

  /** The App has been told. `true`: it has looked. */
  hear(news: News): boolean {
    switch (news.kind) {
      case 'nothing':
        return false
      case 'labelled':
        if (!this.#watchesLabels) return false
        break
      case 'people':
        this.#directory = null
        if (!this.#knownOpen) return false
        break
      case 'policy':
        if (news.base !== this.#knownBase || !this.#knownOpen) return false
        break
      case 'deleted':
      case 'edited':
        if (news.comment !== this.comment) return false
        break
      case 'sign':
      case 'revoke': {
        if (news.via === 'tick' && news.place !== this.comment) return false
        const seen = news.seen ?? this.published
        if (news.orphan === true && !(this.#knownOpen && this.#knownHead === news.seen)) return false
        this.look()
        if (news.via === 'button' && news.place !== this.check) return true
        const still = this.#inOrder(news)
        if (still === null) return true
        if (news.kind === 'sign') this.#sign(still, seen)
        else this.#revoke(still)
        return true
      }
    }
    this.look()
    return true
  }

  /** Without what the person has said otherwise in a later comment that was here before. */
  #inOrder(news: Wish & { readonly kind: 'sign' | 'revoke' }): Wish | null {
    const { order } = news
    if (order === undefined) return news
    const against = this.#words.filter(one => one.by === news.by && one.kind !== news.kind && (one.order ?? 0) > order)
    this.#words.push(news)
    const all = against.some(one => one.items.length === 0)
    if (news.items.length === 0) {
      // To leave a sign-off out is safe; a revocation only where all of it was given anew.
      return (news.kind === 'sign' ? against.length > 0 : all) ? null : news
    }
    const left = news.items.filter(item => !all && !against.some(one => one.items.includes(item)))
    return left.length === 0 ? null : { ...news, items: left }
  }

  #applicable(): readonly Item[] {
    if (this.policies[this.base].broken) return []
    return items.filter(item => item !== 'plan' || this.risky)
  }

  get #head(): Head {
    return this.heads.get(this.head) ?? { replicas: 0, contributors: new Set() }
  }

  #isMember = (person: string): boolean => this.#directory?.members.has(person) === true

  #holds(signOff: SignOff): boolean {
    const same = signOff.head === this.head || (signOff.item !== 'guide' && signOff.replicas === this.#head.replicas)
    return (
      same &&
      signOff.base === this.base &&
      (signOff.item !== 'rollback' || signOff.wording === this.policies[this.base].wording) &&
      this.#isMember(signOff.by) &&
      !this.#head.contributors.has(signOff.by)
    )
  }

  #sign({ by, items: named, via }: Wish, seen: string | null): void {
    if (!this.open || seen !== this.head || this.policies[this.base].broken) return
    const wanted = via === 'review' ? (['rollback'] as const) : named
    const applicable = this.#applicable()
    const chosen =
      wanted.length > 0
        ? applicable.filter(item => wanted.some(one => one === item))
        : applicable.filter(item => this.#isMember(by) && !this.#signedBy(item, by))
    for (const item of chosen) {
      if (!this.#isMember(by) || this.#head.contributors.has(by)) this.ledger.push(`rejected ${item} ${by} ${via}`)
      else if (!this.#signedBy(item, by)) {
        this.ledger.push(`signed ${item} ${by} ${via}`)
        const { replicas } = this.#head
        const wording = this.policies[this.base].wording
        const others = this.#standing.filter(one => one.item !== item || one.by !== by)
        this.#standing = [...others, { item, by, head: this.head, base: this.base, wording, replicas }]
      }
    }
  }

  #signedBy = (item: Item, by: string): boolean =>
    this.#standing.some(one => one.item === item && one.by === by && this.#holds(one))

  #revoke({ by, items: named, via }: Wish): void {
    if (!this.open || this.policies[this.base].broken) return
    const mine = this.#standing.filter(one => one.by === by)
    const applicable = this.#applicable()
    const chosen = named.length > 0 ? applicable.filter(item => named.includes(item)) : applicable
    for (const item of chosen) {
      const all = this.#standing.filter(one => one.item === item)
      const own = mine.filter(one => one.item === item)
      const taken = own.length > 0 ? own : by === 'olga' && named.length > 0 ? all : []
      for (const { by: signer } of taken) {
        this.ledger.push(`revoked ${item} ${by} ${via}`)
        this.#standing = this.#standing.filter(one => one.item !== item || one.by !== signer)
      }
    }
  }

  /** Whether a question is answered. */
  done(item: Item): boolean {
    const holding = new Set(this.#standing.filter(one => one.item === item && this.#holds(one)).map(one => one.by))
    return holding.size >= (item === 'plan' ? 2 : 1)
  }

  /** What the check must say when the App has looked. */
  get conclusion(): 'success' | 'failure' | 'action_required' {
    if (this.policies[this.base].broken) return 'failure'
    return this.#applicable().every(item => this.done(item)) ? 'success' : 'action_required'
  }

  /** Boxes that the comment must show, and whether they are ticked. */
  get boxes(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#applicable().map(item => [item, this.done(item) ? 'x' : ' ']))
  }
}

export const policyText = ({ wording, broken }: PolicyVersion): string =>
  broken
    ? 'version: 1\nchecklists: ['
    : `version: 1
roles: { implementer: ["@acme/implementation"], policy-owner: ["@olga"] }
checklists:
  - id: readiness
    items:
      - { id: rollback, text: "Rollback rehearsed (${wording})", role: implementer, covers: ["deploy/**"], by_review: true }
      - { id: guide, text: Guide followed, role: implementer }
  - id: risky
    when: { labels: [risky] }
    items:
      - { id: plan, text: Second plan, role: implementer, count: 2, covers: ["deploy/**"] }
`
