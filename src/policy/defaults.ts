import { type Policy, type PolicyInput, policySchema } from './schema.ts'

/** As somebody would write it; `init` and the docs show this one. */
export const defaultPolicyInput = {
  version: 1,
  gates: {
    coverage: { level: 'warn', project: { min: 80 }, patch: { min: 80 } },
    docs: {
      level: 'warn',
      rules: [
        {
          id: 'deployment',
          kind: 'deployment',
          when: [
            '**/{Dockerfile,Containerfile}*',
            '**/{docker-compose,compose}*.{yml,yaml}',
            '**/{Chart,values}.yaml',
            '{deploy,deployment,helm,charts,k8s,kubernetes,kustomize,ansible,terraform}/**',
            '**/migrations/**',
            '**/.env.example',
          ],
          update: [
            'docs/**',
            'doc/**',
            '**/{README,INSTALL,DEPLOY,DEPLOYMENT,UPGRADING,MIGRATION,CHANGELOG}*.{md,rst,adoc,txt}',
          ],
        },
      ],
    },
  },
} satisfies PolicyInput

/** The policy of a repository that has none: it tells, and blocks nothing. */
export const defaultPolicy: Policy = policySchema.parse(defaultPolicyInput)
