import type { SectionFault } from '../../gates/description.ts'
import type { Catalogue, Formatter } from '../message.ts'

function why(fault: SectionFault, f: Formatter): string {
  switch (fault.fault) {
    case 'missing':
      return 'is missing'
    case 'bidi':
      return 'has characters in its heading that turn the direction of the text; write it again'
    case 'empty':
      return 'is empty: comments, quotes, folded parts and "none" say nothing'
    case 'placeholder':
      return `still holds the prompt ${f.code(fault.text)}`
    case 'few':
      return `has ${f.number(fault.words)} ${fault.words === 1 ? 'word' : 'words'}, ${f.number(fault.min)} required`
    case 'tasks':
      return `has no task item (${f.code('- [ ] …')})${fault.almost.length === 0 ? '' : `; ${f.list(fault.almost.map(f.code))} ${fault.almost.length === 1 ? 'is' : 'are'} none`}`
    case 'unchecked':
      return `has ${f.number(fault.open)} of ${f.number(fault.total)} task items that are not ticked`
    case 'many':
      return `has more than ${f.number(fault.limit)} task items`
  }
}

export const description = {
  'description.title.empty': () => 'A heading needs letters or digits.',
  'description.passed': (p: { readonly total: number }, f) =>
    p.total === 1 ? 'The required section is there.' : `All ${f.number(p.total)} required sections are there.`,
  'description.failed': (p: { readonly titles: readonly string[]; readonly total: number }, f) =>
    `${f.number(p.titles.length)} of ${f.number(p.total)} required ${p.total === 1 ? 'section' : 'sections'} missing or hollow: ${f.list(p.titles.map(f.code))}.`,
  'description.failed.next': (p: { readonly titles: readonly string[] }, f) =>
    `Write ${p.titles.length === 1 ? 'this section' : 'these sections'} in the description or in a linked issue, under ${f.list(p.titles.map(title => f.code(`## ${title}`)))}.`,
  'description.section': (p: { readonly title: string; readonly fault: SectionFault }, f) =>
    `${f.code(p.title)} ${why(p.fault, f)}.`,
} as const satisfies Catalogue
