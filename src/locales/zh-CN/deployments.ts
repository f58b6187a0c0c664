import type { deployments as en } from '../en/deployments.ts'
import type { Formatter, Translation } from '../message.ts'

interface Asked {
  readonly item: string
  readonly role: string | null
}

const asked = ({ item, role }: Asked, f: Formatter): string =>
  role === null ? f.code(item) : `${f.code(item)}（${f.text(role)}）`

export const deployments: Translation<typeof en> = {
  'deploy.approved': (p, f) =>
    `已放行到 ${f.code(p.environment)}：截至 ${f.sha(p.sha)} 的 ${f.number(p.count)} 个拉取请求所需的签核均已完成。`,
  'deploy.nothingNew': (p, f) =>
    `已放行到 ${f.code(p.environment)}：${f.sha(p.sha)} 中没有任何未曾放行到该环境的内容。`,
  'deploy.back': (p, f) => `已放行到 ${f.code(p.environment)}：回退到曾经放行到该环境的 ${f.sha(p.sha)}。`,
  'deploy.waiting': (p, f) =>
    `${f.code(p.environment)} 正在等待 ${f.number(p.total)} 个拉取请求中的 ${f.number(p.open)} 个。`,
  'deploy.lacks': (p, f) => `尚未签核：${f.list(p.items.map(one => asked(one, f)))}。`,
  'deploy.more': (p, f) => `另有 ${f.number(p.count)} 个拉取请求`,
  'deploy.sign': (p, f) =>
    `请在拉取请求上签核，例如使用 ${f.code('/sign-off')}。${f.code(p.environment)} 所需的最后一个签核完成后，作业会自动开始。`,
  'deploy.unknownPull': (p, f) => `无法读取拉取请求 ${f.number(p.number)}，因此无法判断它是否已签核。`,
  'deploy.moved': (p, f) => `拉取请求 ${f.number(p.number)} 与 GitHub 所指的已合并拉取请求不一致，一分钟后会重新检查。`,
  'deploy.noPolicy': (p, f) =>
    `${f.code(p.branch)} 上没有策略文件，因此无法判断需要签核什么。请添加策略文件，并在 ${f.code('environments')} 下写明该环境；或者从该环境中移除本应用的保护规则。`,
  'deploy.noEnvironment': (p, f) =>
    `${f.code(p.branch)} 上的策略中没有环境 ${f.code(p.environment)}${p.known.length === 0 ? '' : `，只有 ${f.list(p.known.map(f.code))}`}。请按 GitHub 上的写法将其添加到 ${f.code('environments')} 下，或者从该环境中移除本应用的保护规则。`,
  'deploy.policyBroken': (p, f) =>
    `${f.code(p.branch)} 上的策略有 ${f.number(p.count)} 处问题，因此不会放行任何部署。运行 ${f.code('npx delivery-gates validate')} 可查看具体行。`,
  'deploy.event': (p, f) =>
    `由 ${f.code(p.event)} 触发的运行所部署的提交与其自身记录不一致。请使用 ${f.code('push')}、${f.code('release')} 或 ${f.code('workflow_dispatch')} 部署。`,
  'deploy.otherCommit': (p, f) =>
    `GitHub 询问的是 ${f.sha(p.asked)}，但该运行对应的是 ${f.sha(p.run)}。无法确定的内容不会放行。`,
  'deploy.diverged': (p, f) =>
    `${f.sha(p.sha)} 不包含当前已部署的 ${f.sha(p.base)}：它来自其他分支，或者分支历史已被改写。请部署包含它的提交。`,
  'deploy.older': (p, f) =>
    `${f.sha(p.sha)} 早于当前已部署的 ${f.sha(p.base)}，回退不会自动放行。如果它曾放行到该环境，在策略中设置 ${f.code('rollback: allowed')} 即可放行；管理员也可以直接启动该作业。`,
  'deploy.neverReleased': (p, f) =>
    `${f.sha(p.sha)} 早于当前已部署的 ${f.sha(p.base)}，且从未放行到该环境。请部署曾经放行过的提交，或更新的提交。`,
  'deploy.tooMany': (p, f) =>
    p.base === null
      ? `该环境还没有可作为依据的部署，而这次部署包含 ${f.number(p.limit)} 个以上的提交，数量过多，无法逐一检查。请在策略中该环境的 ${f.code('since')} 下写明从哪个提交开始询问拉取请求。`
      : `自当前已部署的 ${f.sha(p.base)} 以来共有 ${f.number(p.got)} 个提交，最多检查 ${f.number(p.limit)} 个。请先部署一个较早的提交。`,
  'deploy.manyPulls': (p, f) =>
    `自上次部署以来共有 ${f.number(p.got)} 个拉取请求，最多检查 ${f.number(p.limit)} 个。请先部署一个较早的提交。`,
  'deploy.gone': () => '无法读取该仓库，因此无法判断要部署什么。',
  'deploy.unlisted': (p, f) => `GitHub 没有列出 ${f.sha(p.sha)} 的全部拉取请求，因此无法判断随它部署了什么。`,
  'deploy.noPull': (p, f) =>
    `${f.number(p.count)} 个提交不属于任何截至此处已完整合并的拉取请求，因此没有人签核过：${f.list(p.shas.map(f.sha))}。如果有人为这些提交负责，可在策略中该环境的 ${f.code('since')} 下写明从哪个提交开始询问拉取请求。`,
  'deploy.foreignMerge': (p, f) =>
    `拉取请求 ${f.number(p.number)} 的合并提交 ${f.sha(p.sha)} 不是由 GitHub 生成的，其中可能包含无人签核的内容。请使用 GitHub 的合并按钮或合并队列。`,
  'deploy.ledger': (p, f) =>
    `台账从第 ${f.number(p.seq)} 行起无法通过校验，因此任何签核都不作数。请由本应用的运维人员检查。`,
  'deploy.quiet': () => 'GitHub 对每次部署最多接受十条报告：这是结束前的最后一条。仍然缺少的内容请查看各拉取请求。',
  'deploy.expires': (p, f) =>
    `仍有内容未签核。GitHub 会结束等待满 30 天的部署，本次为 ${f.code(p.day)}。之后请重新启动该作业。`,
}
