import type { NotDelegated } from '../../checklist/delegate.ts'
import type { app as en } from '../en/app.ts'
import type { Translation } from '../message.ts'
import { actors, duration } from './report.ts'

const notDelegated: Readonly<Record<NotDelegated, string>> = {
  unknown: '找不到使用该登录名的人',
  self: '那就是您本人',
  contributor: '此人参与了此拉取请求的编写',
  unproven: '无法证明任何人与全部提交无关',
  member: '此人已在该角色中',
  policy: '策略不允许代他人签核此项（`delegable`）',
  already: '这一委托已经存在',
}

export const app: Translation<typeof en> = {
  'app.reply.signed': (p, f) => `${f.person(p.login)} 已在 ${f.sha(p.head)} 签核 ${f.code(p.item)}。`,
  'app.reply.signedOpen': (p, f) =>
    `${f.code(p.item)} 的未决事项：${f.list(p.points.map(f.code), 20)}。${f.person(p.login)} 已在 ${f.sha(p.head)} 上附带这些事项签核。事项解决后，用 ${f.code(`/sign-off ${p.item}`)} 重新签核即可去掉。`,
  'app.reply.unconditional': (p, f) =>
    `${f.person(p.login)}：策略要求 ${f.code(p.item)} 在签核时不留未决事项（${f.list(p.points.map(f.code), 20)}）。未作任何记录。`,
  'app.reply.openPoints': (p, f) =>
    `${f.person(p.login)}：${f.code('--open')} 之后应写议题或拉取请求，例如 ${f.code('#123')} 或 ${f.code('owner/repo#123')}${p.words.some(word => word !== '') ? `；${f.list(p.words.map(f.code))} 不是` : '，但没有写出'}（CMD-OPEN）。未作任何记录。`,
  'app.reply.signedFor': (p, f) =>
    `${f.person(p.login)} 已代 ${f.person(p.by)} 在 ${f.sha(p.head)} 上签核 ${f.code(p.item)}。`,
  'app.reply.delegated': (p, f) =>
    `${f.person(p.to)} 可在此拉取请求上代 ${f.person(p.login)} 签核 ${f.code(p.item)}，截至 ${f.code(p.until)}。撤回请用 ${f.code(`/revoke ${p.item}`)}。`,
  'app.reply.undelegated': (p, f) =>
    `${f.person(p.login)} 已撤回由 ${f.person(p.to)} 签核 ${f.code(p.item)} 的委托。凭此委托所做的签核不再计入。`,
  'app.reply.delegate.usage': (p, f) =>
    `${f.person(p.login)}：请写明委托给谁、委托哪一项、到哪天为止（CMD-DELEGATE）：${f.code('/delegate @login <item> until 2026-12-24')}。未作任何记录。`,
  'app.reply.delegate.date': (p, f) =>
    `${f.code(p.until)} 不是今天到 ${f.code(p.latest)} 之间的日期；委托最长 ${f.number(p.days)} 天（CMD-DELEGATE）。未作任何记录。`,
  'app.reply.delegate.not': (p, f) =>
    `${f.person(p.login)}：未将 ${f.code(p.item)} 委托给 ${f.code(`@${p.to}`)}，因为${notDelegated[p.why]}。未作任何记录。`,
  'app.reply.noSuchGate': (p, f) =>
    `${p.got === '' ? '没有写出门禁' : `没有已启用的门禁 ${f.code(p.got)}`}${p.suggestion === null ? '' : `（是否想写 ${f.code(p.suggestion)}？）`}。${p.on.length === 0 ? '没有已启用的门禁。' : `已启用的门禁：${f.list(p.on.map(f.code), 20)}。`}请写 ${f.code('/waive <门禁> <理由>')}。`,
  'app.reply.waive.reason': (p, f) =>
    `豁免需要至少 ${f.number(p.least)} 个字符的理由（CMD-REASON）：${f.code(`/waive ${p.gate} <理由>`)}。`,
  'app.reply.waive.never': (p, f) => `策略不允许任何人豁免门禁 ${f.code(p.gate)}。`,
  'app.reply.waive.roleUnknown': (p, f) =>
    `${f.person(p.login)}，无法判断您是否属于 ${f.either(p.roles.map(f.code))}：无法读取 ${f.list(p.unread.map(f.code))}。没有记录任何内容。`,
  'app.reply.waive.notInRole': (p, f) =>
    `${f.person(p.login)}，门禁 ${f.code(p.gate)} ${p.roles.length === 0 ? '不能由任何人豁免' : `只能由 ${f.either(p.roles.map(f.code))} 的成员豁免`}（CMD-PERM）。这次尝试已被记录。`,
  'app.reply.waive.contributor': (p, f) =>
    `${f.person(p.login)}，您参与了该拉取请求，因此不能豁免门禁 ${f.code(p.gate)}。这次尝试已被记录。`,
  'app.reply.waive.already': (p, f) => `${f.person(p.login)}，您已在 ${f.sha(p.head)} 豁免过门禁 ${f.code(p.gate)}。`,
  'app.reply.waived': (p, f) =>
    `${f.person(p.login)} 已在 ${f.sha(p.head)} 豁免门禁 ${f.code(p.gate)}。${p.survives ? '' : '下一次推送后失效。'}`,
  'app.reply.waive.revoked': (p, f) => `${f.person(p.login)} 已撤回对门禁 ${f.code(p.gate)} 的豁免。`,
  'app.reply.waive.notYours': (p, f) =>
    `${f.person(p.login)}，对门禁 ${f.code(p.gate)} 的豁免只能由给出者或策略负责人撤回。`,
  'app.reply.sha': (p, f) =>
    `${f.person(p.login)}，${f.code(`--sha ${p.sha}`)} 不是当前的头部提交 ${f.sha(p.head)}（CMD-SHA）。没有记录任何内容。`,
  'app.reply.alreadySigned': (p, f) =>
    `${f.person(p.login)} 已针对 ${f.sha(p.head)} 签核过 ${f.code(p.item)}，没有任何变化。`,
  'app.reply.revoked': (p, f) => `${f.person(p.login)} 已撤回对 ${f.code(p.item)} 的签核。`,
  'app.group.nobody': (p, f) =>
    `找不到合并组 ${f.sha(p.group)} 对应的打开的拉取请求，无从得知它会合并什么。请重新加入合并队列。`,
  'app.group.moved': (p, f) =>
    `拉取请求 ${f.number(p.number)} 已位于 ${f.sha(p.headSha)}，合并组 ${f.sha(p.group)} 不包含该提交。请重新加入合并队列。`,
  'app.reply.notSigned': (p, f) => `${f.code(p.item)} 没有可撤回的签核。`,
  'app.reply.notYours': (p, f) => `${f.person(p.login)}：只有签核 ${f.code(p.item)} 的本人或策略负责人可以撤回。`,
  'app.reply.notInRole': (p, f) =>
    `${f.person(p.login)}：${f.code(p.item)} 须由角色 ${f.code(p.role)} 签核，而您不在其中，因此没有记为已签核。请让该角色的成员签核，或修改策略。`,
  'app.reply.roleUnknown': (p, f) =>
    `${f.person(p.login)}：无法读取 ${f.list(p.unread.map(f.code))}，因此不能确定您是否属于角色 ${f.code(p.role)}，没有记录任何内容。请授予应用组织权限“Members: read”，或在策略中直接列出登录名。`,
  'app.reply.contributor': (p, f) =>
    `${f.person(p.login)}：您参与了此拉取请求的提交，须由其他人签核，因此没有记为已签核。`,
  'app.reply.commitsUnknown': (p, f) =>
    `${f.person(p.login)}：未能完整读取此拉取请求的提交，无法证明签核人与提交无关，没有记录任何内容，请稍后重试。`,
  'app.reply.unattributed': (p, f) =>
    `${f.person(p.login)}：提交 ${f.sha(p.sha)} 的作者“${f.text(p.name)}”的邮箱不属于任何 GitHub 账号，无法证明签核人与其无关，没有记录任何内容。请把该邮箱加入账号，或改写该提交的作者。`,
  'app.reply.bot': (p, f) => `${f.person(p.login)} 是机器人，签核只能由人作出。`,
  'app.reply.viaApp': (p, f) =>
    `此操作由某个应用以 ${f.person(p.login)} 的名义作出；签核须由本人作出，没有记录任何内容。`,
  'app.reply.notOpen': p =>
    `此拉取请求${{ closed: '已关闭', merged: '已合并', open: '处于打开状态' }[p.state]}，只有在打开期间才记录签核。`,
  'app.reply.headMoved': (p, f) =>
    `${f.person(p.login)}：当前头部提交是 ${f.sha(p.head)}${p.seen === null ? '' : `，而您看到的是 ${f.sha(p.seen)}`}，没有记录任何内容。请查看新的提交后再次签核。`,
  'app.reply.itemMoved': (p, f) =>
    `${f.person(p.login)}：${f.code(p.item)} 已不是您看到的样子：此后该项的文字或涵盖的文件、提交或基准分支有变，或已被 ${f.code('/revoke')} 撤回。未作任何记录。请按现在的内容阅读该项，再重新签核。`,
  'app.reply.baseMoved': (p, f) =>
    `${f.person(p.login)}：基准分支现在是 ${f.code(p.base)}，与您看到的不同。未作任何记录。请看清此拉取请求将合并到哪里，再重新评论。`,
  'app.reply.buttonMoved': (p, f) =>
    `${f.person(p.login)}：您按下的按钮对应的是该项之前的内容；此后其文字、涵盖的文件或基准分支有变，或已被 ${f.code('/revoke')} 撤回。未作任何记录。检查已重新写入，请再按一次。`,
  'app.reply.reviewOvertaken': (p, f) =>
    `${f.person(p.login)}：您的批准评审没有签核 ${f.list(p.items.map(f.code), 20)}，因为已有不早于它的 ${f.code('/revoke')} 将其撤回。未作任何记录。若确要签核，请评论 ${f.code(`/sign-off ${p.items[0] ?? ''}`)}。`,
  'app.reply.noSuchItem': (p, f) =>
    `此拉取请求没有检查项 ${f.either(p.items.map(f.code))}。${p.known.length === 0 ? '这里没有需要签核的检查项。' : `可签核的检查项：${f.list(p.known.map(f.code), 20)}。`}`,
  'app.reply.nothingToSign': (p, f) =>
    p.kind === 'sign'
      ? `${f.person(p.login)}：这里没有由您的角色签核的未完成检查项。`
      : `${f.person(p.login)}：您在这里没有签核过任何检查项。`,
  'app.reply.evidenceItem': (p, f) => `${f.code(p.item)} 由证据自动勾选，不需要人工签核。`,
  'app.reply.untick': (p, f) =>
    `${f.person(p.login)}：取消勾选不会撤回签核。请评论 ${f.code(`/revoke ${p.item}`)} 撤回；复选框按台账显示。`,
  'app.reply.foreignText': (p, f) =>
    `${f.person(p.login)}：在您勾选之前有人改动了检查清单，无法确定您看到的内容。清单已恢复，没有记录任何内容，请重新勾选。`,
  'app.reply.nearMiss': (p, f) =>
    `${f.list(p.words.map(f.code))} 不是命令。命令须位于行首：${['/sign-off', '/revoke', '/delegate', '/waive', '/recheck', '/gates'].map(f.code).join('、')}。`,
  'app.reply.dropped': (p, f) => `此评论中另有 ${f.number(p.count)} 条命令未被读取；每条评论最多读取 10 条命令。`,
  'app.reply.policyBroken': () => '基准分支上的策略无法使用，所有问题见检查结果。没有记录任何内容。',
  'app.reply.overtaken': (p, f) =>
    `${f.person(p.login)}：这条评论送达时，您之后发表的相反意见已先被处理，以您最后的意见为准。如仍需执行此评论中的命令，请重新评论。`,
  'app.reply.rechecked': (p, f) => `已在 ${f.sha(p.head)} 重新检查。`,
  'app.help': (p, f) =>
    [
      `${f.code('/sign-off')} 签核您的角色的全部未完成检查项；${f.code('/sign-off <item> …')} 签核指定的检查项。${f.code('/sign-off <item> --open #123')} 附带未决事项签核，${f.code('--env <name>')} 只签核一个环境。${f.code('/revoke [item …]')} 撤回您的签核。${f.code('/delegate @login <item> until 2026-12-24')} 可在策略允许时请他人代您签核。${f.code('/recheck')} 重新读取全部内容。`,
      p.items.length === 0 ? '这里没有需要签核的检查项。' : `这里的检查项：${f.list(p.items.map(f.code), 20)}。`,
    ].join(''),
  'unknown.loginMoved': (p, f) =>
    `登录名 ${f.code(p.login)} 现在属于另一个账号，与此仓库首次使用时不同，因此不计任何人；请先从策略中移除并合并，再添加真正的人员`,
  'unknown.ledger': (p, f) => `此仓库的台账在第 ${f.number(p.seq)} 行未通过校验；在运维人员恢复之前，任何签核都不计入`,
  'web.title': () => '交付',
  'web.waiting': () => '等待中',
  'web.nothingWaits': () => '没有等待任何人的事项。',
  'web.signOffs': () => '签核记录',
  'web.noSignOffs': () => '尚无签核记录。',
  'web.pullRequest': () => '拉取请求',
  'web.for': () => '等待',
  'web.people': (p, f) => (p.waitingFor.length === 0 ? '–' : actors(p.waitingFor, f)),
  'web.age': (p, f) => duration(p.age, f),
  'web.verdict.passed': () => '通过',
  'web.verdict.waiting': () => '等待',
  'web.verdict.failed': () => '未通过',
  'web.verdict.unknown': () => '未知',
  'web.since': () => '起始时间',
  'web.verdict': () => '结论',
  'web.item': () => '检查项',
  'web.person': () => '人员',
  'web.decision': () => '决定',
  'web.head': () => '头部提交',
  'web.when': () => '时间（UTC）',
  'web.via': () => '方式',
  'web.repositories': (p, f) => `${f.number(p.count)} 个仓库`,
  'web.decided.signed': () => '已签核',
  'web.decided.revoked': () => '已撤回',
  'web.via.tick': () => '复选框',
  'web.via.command': () => '命令',
  'web.via.button': () => '按钮',
  'web.via.review': () => '评审',
}
