import type { findingFaults as en } from '../en/finding-faults.ts'
import type { Translation } from '../message.ts'

const things = { results: '条结果', rules: '条规则', artifacts: '个文件', runs: '次运行' } as const

export const findingFaults: Translation<typeof en> = {
  'findings.fault.version': (p, f) =>
    `不是 SARIF ${f.code('2.1.0')}${p.version === null ? '，没有写明版本' : `，版本为 ${f.code(p.version)}`}`,
  'findings.fault.format': () => '不是 SARIF',
  'findings.fault.upload': (_p, f) =>
    `是 GitHub 上传接口所用的打包形式；请提供工具原本写出的文件，不要经过 ${f.code('gzip')} 和 ${f.code('base64')}`,
  'findings.fault.empty': () => '没有任何运行记录，也就是没有工具检查过',
  'findings.fault.incomplete': (p, f) =>
    `${p.tool === '' ? '运行记录' : `${f.text(p.tool)} 的运行记录`}没有结果，连空列表也没有：工具没有运行完`,
  'findings.fault.failed': (p, f) =>
    `${p.tool === '' ? '工具' : f.text(p.tool)} 报告自己运行失败${p.said === '' ? '' : `：${f.text(p.said)}`}`,
  'findings.fault.external': (p, f) =>
    `${p.tool === '' ? '' : `${f.text(p.tool)} 的`}结果在别的文件里（外部属性文件），不会读取；请让工具写成一个文件`,
  'findings.fault.many': (p, f) => `超过 ${f.number(p.limit)} ${things[p.what]}`,
  'findings.fault.stale': (p, f) =>
    `${p.tool === '' ? '工具' : f.text(p.tool)} 检查的是 ${f.list(p.revisions.map(f.sha))}，不是 ${f.sha(p.head)}`,
}
