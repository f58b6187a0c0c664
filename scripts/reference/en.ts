import type { TypeWords } from './types.ts'

/** The words of the English reference; meanings stand in the schema. */
export const english: TypeWords = {
  text: 'text',
  texts: 'texts',
  mapping: 'mapping',
  mappings: 'mappings',
  boolean: 'boolean',
  number: 'number',
  integer: 'whole number',
  titles: {
    Glob: ['glob', 'globs'],
    'Login or team': ['login or team', 'logins or teams'],
    Reference: ['reference', 'references'],
    Duration: ['duration, e.g. `36h` or `14d`', 'durations'],
    Value: ['value', 'values'],
    Name: ['name', 'names'],
    Heading: ['heading', 'headings'],
    Workflow: ['workflow', 'workflows'],
  },
  list: entries => `list of ${entries}`,
  between: (name, least, most) => `${name} ${least} to ${most}`,
  atLeast: (name, least) => `${name} ≥ ${least}`,
  either: alternatives => alternatives.join(' or '),
  comma: ', ',
}
