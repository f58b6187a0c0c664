import type { SectionFault } from '../../gates/description.ts'
import type { description as en } from '../en/description.ts'
import type { Formatter, Translation } from '../message.ts'

function why(fault: SectionFault, f: Formatter): string {
  switch (fault.fault) {
    case 'missing':
      return '缺失'
    case 'bidi':
      return '的标题中含有改变文字方向的字符，请重新书写'
    case 'empty':
      return '没有内容：注释、引用、折叠部分和“无”都不算'
    case 'placeholder':
      return `仍保留着提示文字 ${f.code(fault.text)}`
    case 'few':
      return `只有 ${f.number(fault.words)} 个词，要求 ${f.number(fault.min)} 个`
    case 'tasks':
      return `没有任务项（${f.code('- [ ] …')}）${fault.almost.length === 0 ? '' : `；${f.list(fault.almost.map(f.code))} 不是任务项`}`
    case 'unchecked':
      return `的 ${f.number(fault.total)} 个任务项中有 ${f.number(fault.open)} 个未勾选`
    case 'many':
      return `的任务项超过 ${f.number(fault.limit)} 个`
  }
}

export const description: Translation<typeof en> = {
  'description.title.empty': () => '标题中要有字母、汉字或数字。',
  'description.passed': (p, f) =>
    p.total === 1 ? '要求的章节已写好。' : `要求的 ${f.number(p.total)} 个章节都已写好。`,
  'description.failed': (p, f) =>
    `要求的 ${f.number(p.total)} 个章节中有 ${f.number(p.titles.length)} 个缺失或没有实质内容：${f.list(p.titles.map(f.code))}。`,
  'description.failed.next': (p, f) =>
    `请在描述或关联的议题中写出：${f.list(p.titles.map(title => f.code(`## ${title}`)))}。`,
  'description.section': (p, f) => `${f.code(p.title)} ${why(p.fault, f)}。`,
}
