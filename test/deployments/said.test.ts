import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxReport, renderSaid } from '../../src/deployments/said.ts'
import { message } from '../../src/locales/message.ts'

const lacks = (item: string) => [message('deploy.lacks', { items: [{ item, role: 'implementer' }] })]
const whole = [message('deploy.waiting', { environment: 'prod', open: 40, total: 40 })]
const next = message('deploy.sign', { environment: 'prod' })

describe('T-46 a report', () => {
  test.each(['en', 'zh-CN'] as const)(
    'T-46 %s: forty pull requests find no room; those that do not are counted',
    locale => {
      const pulls = Array.from({ length: 40 }, (_, index) => ({
        number: index + 1,
        lacks: lacks('rollback-rehearsed'),
      }))
      const text = renderSaid({ whole, pulls, next }, locale)
      expect(text.length).toBeLessThanOrEqual(maxReport)
      const shown = (text.match(/^- #\d+/gm) ?? []).length
      expect(shown).toBeGreaterThan(5)
      expect(text).toContain(locale === 'en' ? `${40 - shown} more pull requests` : `另有 ${40 - shown} 个拉取请求`)
      expect(text).toContain('/sign-off')
    },
  )

  test('T-46 T-60 whatever stands in it: short enough, and no mention, tag or line of its own', () => {
    const texts = fc.array(fc.string({ maxLength: 300 }), { maxLength: 20 })
    fc.assert(
      fc.property(texts, fc.constantFrom('en' as const, 'zh-CN' as const), (drawn, locale) => {
        const pulls = drawn.map((text, index) => ({ number: index + 1, lacks: lacks(`@chen <b> ${text}`) }))
        const known = drawn.map(text => `@chen ${text}`)
        const broken = message('deploy.noEnvironment', { environment: drawn[0] ?? '', branch: 'main', known })
        for (const said of [
          { whole, pulls, next },
          { whole: [broken], pulls: [] },
        ]) {
          const text = renderSaid(said, locale)
          expect(text.length).toBeLessThanOrEqual(maxReport)
          const outside = text.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '').replace(/<code>[\s\S]*?<\/code>/g, '')
          expect(outside).not.toMatch(/@chen|<b>/)
        }
      }),
    )
  })
})
