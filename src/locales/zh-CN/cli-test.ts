import type { cliTest as en } from '../en/cli-test.ts'
import type { Translation } from '../message.ts'

export const cliTest: Translation<typeof en> = {
  'cli.test.summary': () => '离线评判策略的用例',
  'cli.test.about': () =>
    '评判虚构的拉取请求，并把结论与文件中的预期比较。不带 FILE 时：.github/delivery-gates.test.yml。\n使用文件中指定的策略，否则使用工作区的策略。',
  'cli.test.option.policy': () => '用于评判的策略，优先于用例文件中指定的策略',
  'cli.test.sum': (p, f) =>
    p.failed === 0
      ? `${f.number(p.cases)} 个用例，全部符合预期。`
      : `${f.number(p.cases)} 个用例，其中 ${f.number(p.failed)} 个不符合预期。`,
  'cases.differs': (p, f) => `${f.code(p.what)} 为 ${f.code(p.got)}，预期为 ${f.code(p.wanted)}`,
}
