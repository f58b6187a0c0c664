import type { Catalogue } from '../message.ts'

export const cliImpact = {
  'cli.impact.summary': () => 'what a range of commits changes for whoever deploys',
  'cli.impact.about': () =>
    'Prints what the commits from --base to --head change for whoever deploys: environment variables, configuration,\nmigrations, ports, images, Helm, Compose, Kubernetes, Ansible and Terraform values, interfaces, versions, schedules.\nThe risk weighs the kinds of change with the components of the policy of the base.',
  'cli.impact.option.base': () => 'where the range begins; what HEAD has left is looked for from there',
  'cli.impact.option.head': () => 'where it ends; left out: HEAD',
} as const satisfies Catalogue
